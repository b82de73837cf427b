using System.Collections.ObjectModel;
using System.Text.Json;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Coercion;

/// <summary>https://spec.graphql.org/September2025/#sec-Coercing-Variable-Values</summary>
internal static class VariableCoercion
{
    /// <param name="json">The variables of the request: an object, or undefined or null when there are none.</param>
    /// <returns>By name; one that was neither given nor has a default has no key.</returns>
    /// <exception cref="GraphQLException">Everything that is wrong with them.</exception>
    public static IReadOnlyDictionary<string, object?> Coerce(IReadOnlyList<VariableDefinition> definitions, JsonElement json)
    {
        if (json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined or JsonValueKind.Null))
        {
            throw new GraphQLException(new Error { Message = "Variables must be a JSON object.", Code = ErrorCodes.BadRequest });
        }

        if (definitions.Count == 0)
        {
            return ReadOnlyDictionary<string, object?>.Empty;
        }

        var errors = new VariableErrors();
        var values = new Dictionary<string, object?>(definitions.Count, StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            CoerceOne(definition, json, values, errors);
            if (errors.IsFull)
            {
                break;
            }
        }

        return errors.Count == 0 ? values : throw new GraphQLException(errors.All);
    }

    private static void CoerceOne(VariableDefinition definition, JsonElement json, Dictionary<string, object?> values, VariableErrors errors)
    {
        var (name, type, syntax) = definition;
        if (type is null)
        {
            var written = InputTypes.Print(syntax.Type);
            Refuse(definition, $"expected value of type \"{written}\" which cannot be used as an input type.", errors, syntax.Type.Location);
        }
        else if (json.ValueKind is not JsonValueKind.Object || !json.TryGetProperty(name, out var given))
        {
            CoerceMissing(definition, type, values, errors);
        }
        else if (given.ValueKind is JsonValueKind.Null && type.IsNonNull)
        {
            Refuse(definition, $"of non-null type \"{type}\" must not be null.", errors);
        }
        else
        {
            values[name] = new JsonCoercion(name, syntax.Location, errors).Coerce(given, type);
        }
    }

    private static void CoerceMissing(
        VariableDefinition definition, GraphType type, Dictionary<string, object?> values, VariableErrors errors)
    {
        if (definition.Syntax.DefaultValue is { } literal)
        {
            CoerceDefault(definition, literal, type, values, errors);
        }
        else if (type.IsNonNull)
        {
            Refuse(definition, $"of required type \"{type}\" was not provided.", errors);
        }
    }

    private static void CoerceDefault(
        VariableDefinition definition, ValueNode literal, GraphType type, Dictionary<string, object?> values, VariableErrors errors)
    {
        try
        {
            values[definition.Name] = LiteralCoercion.Coerce(literal, type, null);
        }
        catch (GraphQLException refusal)
        {
            Refuse(definition, $"has an invalid default value; {refusal.Message}", errors);
        }
    }

    private static void Refuse(VariableDefinition definition, string why, VariableErrors errors, Location? where = null) => errors.Add(new Error
    {
        Message = $"Variable \"${definition.Name}\" {why}",
        Code = ErrorCodes.InvalidVariable,
        Locations = [where ?? definition.Syntax.Location],
    });
}
