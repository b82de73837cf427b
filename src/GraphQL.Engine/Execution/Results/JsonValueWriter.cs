using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Webox.GraphQL.Engine.Execution.Results;

/// <summary>Writes values that already have a JSON shape: what scalars serialize to, and error extensions.</summary>
internal static class JsonValueWriter
{
    /// <exception cref="GraphQLException">A number is not finite, so JSON has no word for it.</exception>
    public static void Write(JsonBuffer buffer, object? value)
    {
        switch (value)
        {
            case null:
                buffer.WriteRaw("null"u8);
                break;
            case string text:
                buffer.WriteString(text);
                break;
            case bool truth:
                buffer.WriteRaw(truth ? "true"u8 : "false"u8);
                break;
            case int number:
                buffer.WriteNumber(number);
                break;
            case long number:
                buffer.WriteNumber(number);
                break;
            case double number:
                buffer.WriteNumber(Finite(number));
                break;
            case decimal number:
                buffer.WriteNumber(number);
                break;
            case float number:
                Finite(number);
                buffer.WriteNumber(number);
                break;
            case short or byte or sbyte or ushort or uint or ulong:
                WriteSmallNumber(buffer, value);
                break;
            case JsonElement element:
                WriteElement(buffer, element);
                break;
            case IReadOnlyDictionary<string, object?> members:
                WriteObject(buffer, members);
                break;
            case IEnumerable items and not IDictionary:
                WriteArray(buffer, items);
                break;
            default:
                buffer.WriteRaw(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType()));
                break;
        }
    }

    private static double Finite(double number) => double.IsFinite(number)
        ? number
        : throw new GraphQLException(new Error
        {
            Message = FormattableString.Invariant($"JSON cannot represent the number {number}."),
            Code = ErrorCodes.Internal,
        });

    private static void WriteSmallNumber(JsonBuffer buffer, object value)
    {
        if (value is ulong large)
        {
            buffer.WriteNumber(large);
        }
        else
        {
            buffer.WriteNumber(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static void WriteElement(JsonBuffer buffer, JsonElement element) =>
        buffer.WriteRaw(element.ValueKind is JsonValueKind.Undefined ? "null"u8 : JsonMarshal.GetRawUtf8Value(element));

    private static void WriteObject(JsonBuffer buffer, IReadOnlyDictionary<string, object?> members)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var separator = (byte)'{';
        foreach (var (key, member) in members)
        {
            buffer.WriteByte(separator);
            buffer.WriteString(key);
            buffer.WriteByte((byte)':');
            Write(buffer, member);
            separator = (byte)',';
        }

        buffer.WriteRaw(separator == '{' ? "{}"u8 : "}"u8);
    }

    private static void WriteArray(JsonBuffer buffer, IEnumerable items)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var separator = (byte)'[';
        foreach (var item in items)
        {
            buffer.WriteByte(separator);
            Write(buffer, item);
            separator = (byte)',';
        }

        buffer.WriteRaw(separator == '[' ? "[]"u8 : "]"u8);
    }
}
