using System.Buffers.Text;
using System.Text.Json;

namespace Webox.GraphQL;

/// <summary>What every cursor of a <see cref="Keyset{T, TKey}"/> says.</summary>
internal static class KeysetCursor
{
    /// <summary>The name of the order it is a place in. Null when there is no cursor, or it says nothing of the kind.</summary>
    public static string? OrderOf(string? cursor)
    {
        try
        {
            return cursor is not null && Base64Url.IsValid(cursor) ? JsonSerializer.Deserialize<Named>(Base64Url.DecodeFromChars(cursor))?.Order : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Named(string? Order);
}
