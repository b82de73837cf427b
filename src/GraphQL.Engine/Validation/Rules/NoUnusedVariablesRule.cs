using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A variable that an operation defines is used by it or by a fragment it reaches.
/// https://spec.graphql.org/September2025/#sec-All-Variables-Used
/// </summary>
internal sealed class NoUnusedVariablesRule(ValidationContext context) : ValidationRule
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (operation.VariableDefinitions.Count > 0 && !context.IsAborted)
            {
                Check(operation);
            }
        }
    }

    private void Check(OperationDefinitionNode operation)
    {
        var used = context.Usages.Of(operation).Select(usage => usage.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions)
        {
            var name = definition.Variable.Name.Value;
            if (!used.Contains(name))
            {
                var by = operation.Name is { } operationName ? $" in operation \"{operationName.Value}\"" : "";
                context.Report($"Variable \"${name}\" is never used{by}.", definition);
            }
        }
    }
}
