using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A variable is used only where its type fits, its default value and that of the place considered.
/// https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed
/// </summary>
internal sealed class VariablesInAllowedPositionRule(ValidationContext context) : ValidationRule
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
        var definitions = new Dictionary<string, VariableDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions)
        {
            definitions[definition.Variable.Name.Value] = definition;
        }

        foreach (var usage in context.Usages.Of(operation))
        {
            if (definitions.TryGetValue(usage.Variable.Name.Value, out var definition)
                && TypeReferences.Resolve(context.Schema, definition.Type) is { } type)
            {
                Check(definition, type, usage);
            }
        }
    }

    private void Check(VariableDefinitionNode definition, GraphType type, VariableUsage usage)
    {
        var name = usage.Variable.Name.Value;
        if (usage.Type is { } expected && !IsAllowed(definition, type, expected, usage.DefaultValue))
        {
            context.Report(
                $"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Variable);
        }

        // https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects: the one field that is given must not be null.
        if (usage.InputObject is { IsOneOf: true } oneOf && !type.IsNonNull)
        {
            context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".",
                definition,
                usage.Variable);
        }
    }

    private static bool IsAllowed(VariableDefinitionNode definition, GraphType type, GraphType expected, ValueNode? placeDefault)
    {
        var hasDefault = definition.DefaultValue is not null and not NullValueNode || placeDefault is not null;
        return TypeComparison.AreCompatible(type, hasDefault && !type.IsNonNull ? expected.Nullable : expected);
    }
}
