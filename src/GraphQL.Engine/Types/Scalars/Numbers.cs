using System.Globalization;
using System.Text.Json;

namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>Numbers as built-in scalars see them.</summary>
internal static class Numbers
{
    /// <summary>What a resolver gave as a number: bools are 0 and 1, strings are read. Null: it is no finite number.</summary>
    public static double? FromResult(object value) => value switch
    {
        bool boolean => boolean ? 1 : 0,
        string { Length: > 0 } text => Parse(text),
        double number => Finite(number),
        float number => Finite(number),
        decimal or long or int or short or sbyte or ulong or uint or ushort or byte =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>A JSON number as it is; null for anything else, and beyond the range of double.</summary>
    public static double? FromJson(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) ? Finite(number) : null;

    public static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Finite(number) : null;

    public static bool IsWhole(double number) => Math.Truncate(number).Equals(number);

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;
}
