using System.Text.Json;

namespace Webox.GraphQL.Engine.Execution.Coercion;

/// <summary>
/// Shows a refused value to the client that sent it. Objects and lists are only named: an input with one bad field may
/// hold a password in another.
/// </summary>
internal static class JsonInspection
{
    private const int TextLengthMax = 64;

    public static string Print(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "[Object]",
        JsonValueKind.Array => "[Array]",
        JsonValueKind.Undefined => "undefined",
        _ => Shorten(json.GetRawText()),
    };

    private static string Shorten(string text) => text.Length <= TextLengthMax ? text : $"{text.AsSpan(0, TextLengthMax)}…";
}
