using System.Globalization;
using System.Text;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>Literals as text on one line: for messages, and to tell whether two literals mean the same.</summary>
internal static class LiteralText
{
    /// <summary>As documents write it.</summary>
    public static string Of(ValueNode value) => Append(new StringBuilder(), value, sorted: false).ToString();

    /// <summary>The same text for literals that differ in nothing but the order of object fields or the style of strings.</summary>
    public static string Canonical(ValueNode value) => Append(new StringBuilder(), value, sorted: true).ToString();

    private static StringBuilder Append(StringBuilder text, ValueNode value, bool sorted) => value switch
    {
        VariableNode variable => text.Append('$').Append(variable.Name.Value),
        IntValueNode number => text.Append(number.Value),
        FloatValueNode number => text.Append(number.Value),
        BooleanValueNode truth => text.Append(truth.Value ? "true" : "false"),
        EnumValueNode name => text.Append(name.Value),
        StringValueNode quoted => AppendQuoted(text, quoted.Value),
        ListValueNode list => AppendList(text, list, sorted),
        ObjectValueNode fields => AppendObject(text, fields, sorted),
        _ => text.Append("null"),
    };

    private static StringBuilder AppendList(StringBuilder text, ListValueNode list, bool sorted)
    {
        text.Append('[');
        for (var i = 0; i < list.Values.Count; i++)
        {
            Append(i == 0 ? text : text.Append(", "), list.Values[i], sorted);
        }

        return text.Append(']');
    }

    private static StringBuilder AppendObject(StringBuilder text, ObjectValueNode value, bool sorted)
    {
        if (value.Fields.Count == 0)
        {
            return text.Append("{}");
        }

        IEnumerable<ObjectFieldNode> fields = sorted ? value.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal) : value.Fields;
        var separator = "{ ";
        foreach (var field in fields)
        {
            Append(text.Append(separator).Append(field.Name.Value).Append(": "), field.Value, sorted);
            separator = ", ";
        }

        return text.Append(" }");
    }

    private static StringBuilder AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or '\u007f' => text.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
                _ => text.Append(character),
            };
        }

        return text.Append('"');
    }
}
