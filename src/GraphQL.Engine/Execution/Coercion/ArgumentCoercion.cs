using System.Collections.ObjectModel;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Coercion;

/// <summary>https://spec.graphql.org/September2025/#sec-Coercing-Field-Arguments</summary>
internal static class ArgumentCoercion
{
    /// <returns>By name, defaults included; an absent one has no key.</returns>
    /// <exception cref="GraphQLException">An argument that must be there is not, or is null through its variable.</exception>
    public static IReadOnlyDictionary<string, object?> Coerce(
        Field field, FieldNode node, IReadOnlyDictionary<string, object?>? variables)
    {
        if (field.Arguments.Count == 0)
        {
            return ReadOnlyDictionary<string, object?>.Empty;
        }

        var values = new Dictionary<string, object?>(field.Arguments.Count, StringComparer.Ordinal);
        foreach (var argument in field.Arguments.Values)
        {
            CoerceOne(argument, Find(node, argument.Name), variables, values);
        }

        return values;
    }

    private static ArgumentNode? Find(FieldNode node, string name)
    {
        foreach (var argument in node.Arguments)
        {
            if (argument.Name.Value == name)
            {
                return argument;
            }
        }

        return null;
    }

    private static void CoerceOne(
        InputValue argument, ArgumentNode? node, IReadOnlyDictionary<string, object?>? variables, Dictionary<string, object?> values)
    {
        if (node is null || LiteralCoercion.IsAbsent(node.Value, variables))
        {
            if (argument.DefaultValue is not null)
            {
                values[argument.Name] = LiteralCoercion.Default(argument);
            }
            else if (argument.IsRequired)
            {
                throw new GraphQLException(Missing(argument, node));
            }

            return;
        }

        try
        {
            values[argument.Name] = LiteralCoercion.Coerce(node.Value, argument.Type, variables);
        }
        catch (GraphQLException refusal)
        {
            throw new GraphQLException(Invalid(argument, node, variables, refusal));
        }
    }

    private static Error Missing(InputValue argument, ArgumentNode? node) => new()
    {
        Message = node?.Value is VariableNode variable
            ? $"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was provided the variable \"${variable.Name.Value}\" which was not provided a runtime value."
            : $"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was not provided.",
        Code = ErrorCodes.InvalidVariable,
        Locations = node is null ? null : [node.Value.Location],
    };

    private static Error Invalid(
        InputValue argument, ArgumentNode node, IReadOnlyDictionary<string, object?>? variables, GraphQLException refusal)
    {
        var isNull = node.Value is NullValueNode || (node.Value is VariableNode variable && variables?[variable.Name.Value] is null);
        return new()
        {
            Message = isNull
                ? $"Argument \"{argument.Name}\" of non-null type \"{argument.Type}\" must not be null."
                : $"Argument \"{argument.Name}\" has an invalid value: {refusal.Message}",
            Code = refusal.Errors is [{ Code: { } code }] ? code : ErrorCodes.InvalidVariable,
            Locations = [node.Value.Location],
        };
    }
}
