using System.Collections;
using System.Globalization;
using System.Text;

namespace Webox.GraphQL.Engine.ConformanceHost.Data;

/// <summary>Coerced arguments as JSON without blanks, keys sorted by UTF-16 code unit, numbers and strings as JavaScript writes them.</summary>
internal static class CanonicalJson
{
    public static string Print(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool truth:
                text.Append(truth ? "true" : "false");
                break;
            case string characters:
                WriteString(text, characters);
                break;
            case int or long:
                text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
            case double number:
                text.Append(JavaScriptNumber.Print(number));
                break;
            case IReadOnlyDictionary<string, object?> members:
                WriteAll(text, '{', '}', members.OrderBy(member => member.Key, StringComparer.Ordinal), member =>
                {
                    WriteString(text, member.Key);
                    text.Append(':');
                    Write(text, member.Value);
                });
                break;
            case IEnumerable items:
                WriteAll(text, '[', ']', items.Cast<object?>(), item => Write(text, item));
                break;
            default:
                throw new NotSupportedException($"an argument of type {value.GetType()}");
        }
    }

    private static void WriteAll<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<T> write)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
            {
                text.Append(',');
            }

            write(item);
            isFirst = false;
        }

        text.Append(close);
    }

    // https://tc39.es/ecma262/#sec-quotejsonstring
    private static void WriteString(StringBuilder text, string characters)
    {
        text.Append('"');
        foreach (var character in characters)
        {
            _ = character switch
            {
                '"' or '\\' => text.Append('\\').Append(character),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}
