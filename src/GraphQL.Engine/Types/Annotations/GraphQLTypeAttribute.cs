namespace Webox.GraphQL.Engine.Annotations;

/// <summary>The type in the schema, where it does not follow from the .NET type: <c>[GraphQLType("ActivitySubject!")] object Subject</c>.</summary>
/// <param name="type">As SDL writes it. The named type must be registered.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class GraphQLTypeAttribute(string type) : Attribute
{
    public string Type { get; } = type;
}
