using System.Text.Json;
using System.Text.Unicode;

namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>
/// JSON as a stranger sends it: bounded in depth, UTF-8 throughout, no key twice (two readers could each take another one), and no
/// half of a surrogate pair, on which reading the string would throw later, in the middle of an execution.
/// </summary>
internal static class JsonText
{
    /// <exception cref="JsonException">The text is none of this.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, int depthMax)
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            throw new JsonException("The text is not UTF-8.");
        }

        if (utf8.Span.IndexOf("\\u"u8) >= 0)
        {
            RefuseLoneSurrogates(utf8.Span, depthMax);
        }

        return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = depthMax, AllowDuplicateProperties = false });
    }

    private static void RefuseLoneSurrogates(ReadOnlySpan<byte> utf8, int depthMax)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = depthMax });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
            {
                continue;
            }

            try
            {
                _ = reader.GetString();
            }
            catch (InvalidOperationException incompletePair)
            {
                throw new JsonException("A string has half of a surrogate pair.", incompletePair);
            }
        }
    }
}
