using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// An operation without a name is the only operation of its document.
/// https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation
/// </summary>
internal sealed class LoneAnonymousOperationRule(ValidationContext context) : ValidationRule
{
    private int _operations;

    public override void EnterDocument(DocumentNode document) =>
        _operations = document.Definitions.OfType<OperationDefinitionNode>().Count();

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is null && _operations > 1)
        {
            context.Report("This anonymous operation must be the only defined operation.", operation);
        }
    }
}
