using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.SdlRules;

/// <summary>
/// A schema names at most one type for each kind of operation.
/// https://spec.graphql.org/September2025/#sec-Root-Operation-Types
/// </summary>
internal sealed class UniqueOperationTypesRule(SdlContext context) : ValidationRule
{
    private readonly Dictionary<OperationType, OperationTypeDefinitionNode> _seen = [];

    public override void EnterDefinition(DefinitionNode definition)
    {
        var operationTypes = definition switch
        {
            SchemaDefinitionNode schema => schema.OperationTypes,
            SchemaExtensionNode extension => extension.OperationTypes,
            _ => [],
        };
        foreach (var operationType in operationTypes)
        {
            Check(operationType);
        }
    }

    private void Check(OperationTypeDefinitionNode operationType)
    {
        var keyword = RootTypes.Keyword(operationType.Operation);
        if (context.Extends is { } schema && RootTypes.Find(schema, operationType.Operation) is not null)
        {
            context.Report($"Type for {keyword} already defined in the schema. It cannot be redefined.", operationType);
        }
        else if (!_seen.TryAdd(operationType.Operation, operationType))
        {
            context.Report($"There can be only one {keyword} type in schema.", _seen[operationType.Operation], operationType);
        }
    }
}
