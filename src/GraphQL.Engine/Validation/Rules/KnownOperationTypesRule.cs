using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// An operation is of a kind that the schema has a root type for.
/// https://spec.graphql.org/September2025/#sec-Operation-Type-Existence
/// </summary>
internal sealed class KnownOperationTypesRule(ValidationContext context) : ValidationRule
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (RootTypes.Find(context.Schema, operation.Operation) is null)
        {
            context.Report($"The {RootTypes.Keyword(operation.Operation)} operation is not supported by the schema.", operation);
        }
    }
}
