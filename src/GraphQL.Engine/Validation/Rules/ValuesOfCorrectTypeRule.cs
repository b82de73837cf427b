using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A literal is a value of the type expected where it stands.
/// https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type
/// </summary>
internal sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule
{
    public override void EnterArgument(ArgumentNode argument) => Check(argument.Value, context.Types.Argument?.Type);

    public override void EnterVariableDefinition(VariableDefinitionNode variable)
    {
        if (variable.DefaultValue is { } value)
        {
            Check(value, TypeReferences.Resolve(context.Schema, variable.Type));
        }
    }

    private void Check(ValueNode value, GraphType? type)
    {
        // VariablesInAllowedPositionRule checks variables; an unknown place is reported by another rule.
        if (type is null || value is VariableNode)
        {
            return;
        }

        switch (value)
        {
            case NullValueNode:
                if (type.IsNonNull)
                {
                    context.Report($"Expected value of non-null type \"{type}\" not to be null.", value);
                }

                break;
            case ListValueNode list when type.Nullable is ListType listType:
                foreach (var item in list.Values)
                {
                    Check(item, listType.OfType);
                }

                break;
            case ObjectValueNode fields when type.Named is InputObjectType inputObject:
                CheckFields(fields, inputObject);
                break;
            default:
                CheckLeaf(value, type);
                break;
        }
    }

    private void CheckFields(ObjectValueNode value, InputObjectType type)
    {
        foreach (var field in value.Fields)
        {
            var name = field.Name.Value;
            if (type.Fields.TryGetValue(name, out var definition))
            {
                Check(field.Value, definition.Type);
            }
            else
            {
                var found = Found(context.Suggest(name, type.Fields.Keys), value);
                context.Report($"Expected value of type \"{type}\" not to include unknown field \"{name}\"{found}", field);
            }
        }

        var given = value.Fields.Select(field => field.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var definition in type.Fields.Values)
        {
            if (definition.IsRequired && !given.Contains(definition.Name))
            {
                var found = Inspection.Inspect(value);
                context.Report($"Expected value of type \"{type}\" to include required field \"{definition.Name}\", found: {found}.", value);
            }
        }

        if (type.IsOneOf)
        {
            CheckOneOf(value, type, given.Count);
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects</summary>
    private void CheckOneOf(ObjectValueNode value, InputObjectType type, int fieldsGiven)
    {
        if (fieldsGiven != 1 || value.Fields[0].Value is NullValueNode)
        {
            context.Report(
                $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, "
                + "and the value for that field must be non-null.",
                value);
        }
    }

    private static string Found(string suggestion, ObjectValueNode value) => suggestion.Length == 0
        ? $", found: {Inspection.Inspect(value)}."
        : $".{suggestion} Found: {Inspection.Inspect(value)}.";

    private void CheckLeaf(ValueNode value, GraphType type)
    {
        switch (type.Named)
        {
            case EnumType enumType:
                CheckEnum(value, enumType);
                break;
            case ScalarType scalar:
                CheckScalar(value, scalar);
                break;
            default:
                context.Report($"Expected value of type \"{type.Named}\" to be an object, found: {Inspection.Inspect(value)}.", value);
                break;
        }
    }

    private void CheckEnum(ValueNode value, EnumType type)
    {
        if (value is not EnumValueNode name)
        {
            var text = Inspection.Inspect(value);
            context.Report($"Enum \"{type}\" cannot represent non-enum value: {text}.{SuggestValue(type, text)}", value);
        }
        else if (!type.Values.ContainsKey(name.Value))
        {
            context.Report($"Value \"{name.Value}\" does not exist in \"{type}\" enum.{SuggestValue(type, name.Value)}", value);
        }
    }

    private string SuggestValue(EnumType type, string text) => context.SuggestionsEnabled
        ? Suggestions.DidYouMean(Suggestions.Closest(text, type.Values.Keys), before: "the enum value ")
        : "";

    private void CheckScalar(ValueNode value, ScalarType type)
    {
        try
        {
            type.ParseLiteral(value, variables: null);
        }
        catch (GraphQLException refusal)
        {
            context.Report(refusal.Message, value);
        }
    }
}
