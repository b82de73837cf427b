using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// No two variables of an operation have the same name.
/// https://spec.graphql.org/September2025/#sec-Variable-Uniqueness
/// </summary>
internal sealed class UniqueVariableNamesRule(ValidationContext context) : ValidationRule
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        foreach (var group in operation.VariableDefinitions.Select(definition => definition.Variable.Name).GroupBy(name => name.Value))
        {
            if (group.Skip(1).Any())
            {
                context.Report($"There can be only one variable named \"${group.Key}\".", [.. group]);
            }
        }
    }
}
