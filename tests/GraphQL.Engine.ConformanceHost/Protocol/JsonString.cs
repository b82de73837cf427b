using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Webox.GraphQL.Engine.ConformanceHost.Protocol;

/// <summary>Strings as they were sent, halves of surrogate pairs included: what is wrong with those is for the engine to say.</summary>
internal static class JsonString
{
    public static string Read(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The reader of .NET refuses half a pair.
            return Unescape(text.GetRawText().AsSpan()[1..^1]);
        }
    }

    // https://www.rfc-editor.org/rfc/rfc8259#section-7
    private static string Unescape(ReadOnlySpan<char> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        while (escaped.IndexOf('\\') is >= 0 and var at)
        {
            text.Append(escaped[..at]).Append(escaped[at + 1] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(escaped.Slice(at + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                var character => character,
            });
            escaped = escaped[(at + (escaped[at + 1] == 'u' ? 6 : 2))..];
        }

        return text.Append(escaped).ToString();
    }
}
