using System.Runtime.CompilerServices;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Coercion;

/// <summary>
/// Literals of a document as runtime values. Validation has seen them already, so what still fails here depends on
/// variables. https://spec.graphql.org/September2025/#sec-Input-Values
/// </summary>
internal static class LiteralCoercion
{
    /// <param name="variables">Coerced; one that was not given has no key. Null: the literal is constant.</param>
    /// <exception cref="GraphQLException">The literal is not of <paramref name="type"/>.</exception>
    public static object? Coerce(ValueNode literal, GraphType type, IReadOnlyDictionary<string, object?>? variables)
    {
        if (literal is VariableNode variable)
        {
            return CoerceVariable(variable, type, variables);
        }

        if (literal is NullValueNode)
        {
            return type.IsNonNull ? throw InputErrors.Null(type) : null;
        }

        return type.Nullable switch
        {
            ListType list => CoerceList(literal, list, variables),
            InputObjectType inputObject => CoerceObject(literal, inputObject, variables),
            EnumType enumType => CoerceEnum(literal, enumType),
            ScalarType scalar => scalar.ParseLiteral(literal, variables),
            _ => throw InputErrors.NotInput(type),
        };
    }

    /// <summary>A default of the schema; it refers to no variable.</summary>
    public static object? Default(InputValue input) => Coerce(input.DefaultValue!, input.Type, null);

    /// <summary>Whether a literal is a variable that was not given: then it counts as left out.</summary>
    public static bool IsAbsent(ValueNode literal, IReadOnlyDictionary<string, object?>? variables) =>
        literal is VariableNode variable && variables?.ContainsKey(variable.Name.Value) != true;

    private static object? CoerceVariable(VariableNode variable, GraphType type, IReadOnlyDictionary<string, object?>? variables)
    {
        // The value has the type of the variable already, which validation has found to fit.
        object? value = null;
        var isGiven = variables?.TryGetValue(variable.Name.Value, out value) == true;
        return isGiven && (value is not null || !type.IsNonNull) ? value : throw InputErrors.Null(type);
    }

    private static object?[] CoerceList(ValueNode literal, ListType list, IReadOnlyDictionary<string, object?>? variables)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (literal is not ListValueNode listLiteral)
        {
            return [Coerce(literal, list.OfType, variables)];
        }

        var items = new object?[listLiteral.Values.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var item = listLiteral.Values[i];
            items[i] = IsAbsent(item, variables) && !list.OfType.IsNonNull ? null : Coerce(item, list.OfType, variables);
        }

        return items;
    }

    private static object CoerceObject(ValueNode literal, InputObjectType type, IReadOnlyDictionary<string, object?>? variables)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (literal is not ObjectValueNode objectLiteral)
        {
            throw InputErrors.NotObject(type);
        }

        var given = new Dictionary<string, ValueNode>(objectLiteral.Fields.Count, StringComparer.Ordinal);
        foreach (var field in objectLiteral.Fields)
        {
            if (!type.Fields.ContainsKey(field.Name.Value))
            {
                throw InputErrors.UnknownField(type, field.Name.Value);
            }

            if (!IsAbsent(field.Value, variables))
            {
                given[field.Name.Value] = field.Value;
            }
            else if (type.IsOneOf)
            {
                throw InputErrors.OneOfNull(field.Name.Value);
            }
        }

        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in type.Fields.Values)
        {
            if (given.TryGetValue(field.Name, out var value))
            {
                fields[field.Name] = Coerce(value, field.Type, variables);
            }
            else if (field.DefaultValue is not null)
            {
                fields[field.Name] = Default(field);
            }
            else if (field.IsRequired)
            {
                throw InputErrors.MissingField(type, field);
            }
        }

        if (type.IsOneOf && InputObjects.FindOneOfError(type, fields) is { } refusal)
        {
            throw refusal;
        }

        return InputObjects.Create(type, fields);
    }

    private static object CoerceEnum(ValueNode literal, EnumType type)
    {
        if (literal is not EnumValueNode name)
        {
            throw InputErrors.NotEnum(type, "the given value");
        }

        return type.Values.TryGetValue(name.Value, out var value) ? value.RuntimeValue : throw InputErrors.UnknownEnumValue(type, name.Value);
    }
}
