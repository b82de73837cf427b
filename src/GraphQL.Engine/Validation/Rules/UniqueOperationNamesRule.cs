using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// No two operations of a document have the same name.
/// https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness
/// </summary>
internal sealed class UniqueOperationNamesRule(ValidationContext context) : ValidationRule
{
    private readonly Dictionary<string, NameNode> _seen = new(StringComparer.Ordinal);

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is { } name && !_seen.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one operation named \"{name.Value}\".", _seen[name.Value], name);
        }
    }
}
