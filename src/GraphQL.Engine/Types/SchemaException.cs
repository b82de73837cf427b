namespace Webox.GraphQL.Engine.Types;

/// <summary>The classes registered with the server make no sound schema. Thrown at start, with every problem found.</summary>
public sealed class SchemaException(params IReadOnlyList<string> problems)
    : Exception($"The schema is not valid:{Environment.NewLine}- {string.Join($"{Environment.NewLine}- ", problems)}")
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
