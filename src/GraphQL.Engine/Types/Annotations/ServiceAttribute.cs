namespace Webox.GraphQL.Engine.Annotations;

/// <summary>The parameter is a service, whatever the container says of its type.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;
