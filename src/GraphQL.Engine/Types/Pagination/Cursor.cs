using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Webox.GraphQL.Engine.Types.Pagination;

/// <summary>
/// Opaque cursors for keyset paging: the values by which a list is sorted, of one item, as base64url. Keys are
/// <see cref="DateTimeOffset"/> (exact to the tick), <see cref="long"/>, <see cref="int"/>, <see cref="decimal"/>, <see cref="bool"/>,
/// <see cref="string"/>, <see cref="Guid"/>, and null where the key's type allows it.
/// </summary>
public static class Cursor
{
    private const int CharactersMax = 1024;

    public static string Encode(params IReadOnlyList<object?> keys) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(keys.Select(ToText)));

    /// <exception cref="GraphQLException"><c>INVALID_CURSOR</c>: it was not made by <see cref="Encode"/> of one such key.</exception>
    public static T1 Decode<T1>(string cursor) => Key<T1>(Read(cursor, 1)[0]);

    /// <exception cref="GraphQLException"><c>INVALID_CURSOR</c>: it was not made by <see cref="Encode"/> of two such keys.</exception>
    public static (T1 First, T2 Second) Decode<T1, T2>(string cursor)
    {
        var keys = Read(cursor, 2);
        return (Key<T1>(keys[0]), Key<T2>(keys[1]));
    }

    /// <exception cref="GraphQLException"><c>INVALID_CURSOR</c>: it was not made by <see cref="Encode"/> of three such keys.</exception>
    public static (T1 First, T2 Second, T3 Third) Decode<T1, T2, T3>(string cursor)
    {
        var keys = Read(cursor, 3);
        return (Key<T1>(keys[0]), Key<T2>(keys[1]), Key<T3>(keys[2]));
    }

    internal static GraphQLException Invalid(string message = "The cursor was not made by this list.") =>
        new(ErrorBuilder.New().SetMessage(message).SetCode(ErrorCodes.InvalidCursor).Build());

    private static string?[] Read(string cursor, int count)
    {
        if (cursor.Length > CharactersMax || !Base64Url.IsValid(cursor))
        {
            throw Invalid();
        }

        try
        {
            var keys = JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(cursor));
            return keys?.Length == count ? keys : throw Invalid();
        }
        catch (JsonException)
        {
            throw Invalid();
        }
    }

    private static string? ToText(object? key) => key switch
    {
        null => null,
        DateTimeOffset time => time.UtcTicks.ToString(CultureInfo.InvariantCulture),
        Guid id => id.ToString("N"),
        string or int or long or decimal or bool => Convert.ToString(key, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {key.GetType()} cannot be part of a cursor.", nameof(key)),
    };

    private static T Key<T>(string? text)
    {
        if (text is null)
        {
            return default(T) is null ? default! : throw Invalid();
        }

        return Parse(text, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) is T key ? key : throw Invalid();
    }

    private static object? Parse(string text, Type type)
    {
        var invariant = CultureInfo.InvariantCulture;
        return type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(Guid) => Guid.TryParseExact(text, "N", out var id) ? id : null,
            _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var number) ? number : null,
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var number) ? number : null,
            _ when type == typeof(decimal) => decimal.TryParse(text, NumberStyles.Float, invariant, out var number) ? number : null,
            _ when type == typeof(bool) => bool.TryParse(text, out var flag) ? flag : null,
            _ when type == typeof(DateTimeOffset) => long.TryParse(text, NumberStyles.None, invariant, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
                ? new DateTimeOffset(ticks, TimeSpan.Zero)
                : null,
            _ => throw new ArgumentException($"A {type} cannot be part of a cursor."),
        };
    }
}
