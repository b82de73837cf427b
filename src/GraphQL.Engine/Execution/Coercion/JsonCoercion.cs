using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Coercion;

/// <summary>
/// The JSON of one variable as its runtime value. Goes on after an error, so that a client learns of all of them at once.
/// https://spec.graphql.org/September2025/#sec-Input-Values
/// </summary>
internal sealed class JsonCoercion(string variable, Location location, VariableErrors errors)
{
    // Field names and list indices as a client would write them: .items[2].sku
    private readonly List<string> _path = [];

    /// <returns>Meaningless once an error was reported.</returns>
    public object? Coerce(JsonElement json, GraphType type)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return type.IsNonNull ? Report(json, InputErrors.Null(type)) : null;
        }

        return type.Nullable switch
        {
            ListType list => CoerceList(json, list),
            InputObjectType inputObject => CoerceObject(json, inputObject),
            EnumType enumType => CoerceEnum(json, enumType),
            ScalarType scalar => CoerceScalar(json, scalar),
            _ => Report(json, InputErrors.NotInput(type)),
        };
    }

    private object?[] CoerceList(JsonElement json, ListType list)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (json.ValueKind is not JsonValueKind.Array)
        {
            return [Coerce(json, list.OfType)];
        }

        var items = new object?[json.GetArrayLength()];
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (errors.IsFull)
            {
                break;
            }

            _path.Add(string.Create(CultureInfo.InvariantCulture, $"[{index}]"));
            items[index++] = Coerce(item, list.OfType);
            _path.RemoveAt(_path.Count - 1);
        }

        return items;
    }

    private object? CoerceObject(JsonElement json, InputObjectType type)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return Report(json, InputErrors.NotObject(type));
        }

        var errorsBefore = errors.Count;
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in type.Fields.Values)
        {
            CoerceField(json, type, field, fields);
        }

        foreach (var member in json.EnumerateObject())
        {
            if (!type.Fields.ContainsKey(member.Name) && !errors.IsFull)
            {
                Report(json, InputErrors.UnknownField(type, member.Name));
            }
        }

        if (type.IsOneOf)
        {
            RequireOneField(json, type, fields);
        }

        return errors.Count == errorsBefore ? Try(json, () => InputObjects.Create(type, fields)) : null;
    }

    // A field that was refused is null here, but was not null when it was given.
    private void RequireOneField(JsonElement json, InputObjectType type, Dictionary<string, object?> fields)
    {
        if (fields.Count != 1)
        {
            Report(json, InputErrors.OneOf(type));
        }
        else if (json.TryGetProperty(fields.First().Key, out var member) && member.ValueKind is JsonValueKind.Null)
        {
            _path.Add($".{fields.First().Key}");
            Report(member, InputErrors.OneOfNull(fields.First().Key));
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void CoerceField(JsonElement json, InputObjectType type, InputValue field, Dictionary<string, object?> fields)
    {
        if (json.TryGetProperty(field.Name, out var member))
        {
            _path.Add($".{field.Name}");
            fields[field.Name] = Coerce(member, field.Type);
            _path.RemoveAt(_path.Count - 1);
        }
        else if (field.DefaultValue is not null)
        {
            fields[field.Name] = LiteralCoercion.Default(field);
        }
        else if (field.IsRequired)
        {
            Report(json, InputErrors.MissingField(type, field));
        }
    }

    private object? CoerceEnum(JsonElement json, EnumType type)
    {
        if (json.ValueKind is not JsonValueKind.String)
        {
            return Report(json, InputErrors.NotString(type, JsonInspection.Print(json)));
        }

        var name = json.GetString()!;
        return type.Values.TryGetValue(name, out var value) ? value.RuntimeValue : Report(json, InputErrors.UnknownEnumValue(type, name));
    }

    private object? CoerceScalar(JsonElement json, ScalarType type) => Try(json, () => type.ParseValue(json));

    private object? Try(JsonElement json, Func<object?> coerce)
    {
        try
        {
            return coerce();
        }
        catch (GraphQLException refusal)
        {
            return Report(json, refusal);
        }
    }

    private object? Report(JsonElement json, GraphQLException refusal)
    {
        var place = _path.Count == 0 ? "" : $" at \"{variable}{string.Concat(_path)}\"";
        errors.Add(new Error
        {
            Message = $"Variable \"${variable}\" got invalid value {JsonInspection.Print(json)}{place}; {refusal.Message}",
            Code = refusal.Errors is [{ Code: { } code }] ? code : ErrorCodes.InvalidVariable,
            Locations = [location],
        });
        return null;
    }
}
