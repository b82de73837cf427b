namespace Webox.GraphQL.Engine.Annotations;

/// <summary>Open to everybody, although the class needs a signed-in user.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class AllowAnonymousAttribute : Attribute;
