namespace Webox.GraphQL.Engine.Types;

/// <summary>A directive that documents or the schema may apply.</summary>
public sealed class DirectiveDefinition(string name)
{
    public string Name { get; } = name;

    public string? Description { get; set; }

    /// <summary>By name, in the order of definition.</summary>
    public OrderedDictionary<string, InputValue> Arguments { get; } = new(StringComparer.Ordinal);

    public bool IsRepeatable { get; set; }

    /// <summary>As SDL writes them: <c>FIELD</c>, <c>OBJECT</c>.</summary>
    public IReadOnlyList<string> Locations { get; set; } = [];
}
