using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A variable that an operation uses, also through fragments, is defined by it.
/// https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined
/// </summary>
internal sealed class NoUndefinedVariablesRule(ValidationContext context) : ValidationRule
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (context.IsAborted)
            {
                return;
            }

            Check(operation);
        }
    }

    private void Check(OperationDefinitionNode operation)
    {
        var defined = operation.VariableDefinitions.Select(definition => definition.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var usage in context.Usages.Of(operation))
        {
            var name = usage.Variable.Name.Value;
            if (!defined.Contains(name))
            {
                var by = operation.Name is { } operationName ? $" by operation \"{operationName.Value}\"" : "";
                context.Report($"Variable \"${name}\" is not defined{by}.", usage.Variable, operation);
            }
        }
    }
}
