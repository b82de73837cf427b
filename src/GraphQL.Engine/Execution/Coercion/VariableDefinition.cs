using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Coercion;

/// <summary>A variable of an operation with its type found in the schema.</summary>
/// <param name="Type">Null when the schema has no such input type.</param>
internal sealed record VariableDefinition(string Name, GraphType? Type, VariableDefinitionNode Syntax)
{
    public static IReadOnlyList<VariableDefinition> Of(Schema schema, OperationDefinitionNode operation) =>
    [
        .. operation.VariableDefinitions.Select(definition =>
            new VariableDefinition(definition.Variable.Name.Value, InputTypes.Find(schema, definition.Type), definition)),
    ];
}
