using System.Collections;
using System.Globalization;
using System.Text.Json;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>Shows values in messages. Long or deep ones are cut, because they may come from outside.</summary>
internal static class Inspection
{
    private const int LengthMax = 100;
    private const int DepthMax = 2;
    private const int ItemsMax = 10;

    public static string Inspect(object? value) => Excerpt.Of(Inspect(value, 0), LengthMax);

    /// <summary>Objects and lists are only named: one bad member may stand beside a password.</summary>
    public static string Inspect(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => "undefined",
        JsonValueKind.Object => "[Object]",
        JsonValueKind.Array => "[Array]",
        _ => Excerpt.Of(value.GetRawText(), LengthMax),
    };

    public static string Inspect(ValueNode literal) => Excerpt.Of(Printer.Print(literal), LengthMax);

    private static string Inspect(object? value, int depth) => value switch
    {
        null => "null",
        string text => StringLiteral.Print(text),
        bool boolean => boolean ? "true" : "false",
        JsonElement json => Inspect(json),
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        IDictionary or IReadOnlyDictionary<string, object?> => "{ … }",
        IEnumerable when depth >= DepthMax => "[Array]",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Take(ItemsMax).Select(item => Inspect(item, depth + 1)))}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),

        // Never the text of an object of the application: it may hold what nobody should read.
        _ => $"[object {value.GetType().Name}]",
    };
}
