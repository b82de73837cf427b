using System.Globalization;
using System.Text.Json;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>
/// Values of custom scalars, which have no type to go by: string, bool, long, double, <c>List&lt;object?&gt;</c>,
/// <c>Dictionary&lt;string, object?&gt;</c> or null.
/// </summary>
internal static class UntypedValue
{
    /// <summary>An enum value becomes its name. A variable that is absent leaves its object field out, and is null elsewhere.</summary>
    public static object? FromLiteral(ValueNode literal, IReadOnlyDictionary<string, object?>? variables) => literal switch
    {
        StringValueNode text => text.Value,
        EnumValueNode name => name.Value,
        BooleanValueNode boolean => boolean.Value,
        IntValueNode number => Number(number.Value),
        FloatValueNode number => Number(number.Value),
        ListValueNode list => list.Values.Select(item => FromLiteral(item, variables)).ToList(),
        ObjectValueNode fields => FromFields(fields, variables),
        VariableNode variable => variables?.GetValueOrDefault(variable.Name.Value),
        _ => null,
    };

    public static object? FromJson(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => Number(value.GetRawText()),
        JsonValueKind.Array => value.EnumerateArray().Select(FromJson).ToList(),
        JsonValueKind.Object => FromProperties(value),
        _ => null,
    };

    private static Dictionary<string, object?> FromFields(ObjectValueNode node, IReadOnlyDictionary<string, object?>? variables)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in node.Fields)
        {
            var isAbsent = field.Value is VariableNode variable && variables?.ContainsKey(variable.Name.Value) != true;
            if (!isAbsent)
            {
                fields[field.Name.Value] = FromLiteral(field.Value, variables);
            }
        }

        return fields;
    }

    private static Dictionary<string, object?> FromProperties(JsonElement json)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            fields[property.Name] = FromJson(property.Value);
        }

        return fields;
    }

    private static object Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? (object)whole
            : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
