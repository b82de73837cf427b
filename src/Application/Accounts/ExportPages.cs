using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Webox.Application.Accounts;

/// <summary>Writes lists of any length into one JSON document, a page at a time.</summary>
internal static class ExportPages
{
    public static readonly JsonWriterOptions Writer = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int PageSize = 100;

    private static readonly JsonSerializerOptions Values = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static void WriteValue(this Utf8JsonWriter json, string name, object value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    /// <param name="after">What comes after a place, in its order.</param>
    /// <param name="placeOf">The place of an item; none is before <paramref name="start"/>.</param>
    /// <param name="shape">What is written of a page.</param>
    public static async Task WriteListAsync<T, TPlace>(
        this Utf8JsonWriter json, string name, TPlace start, Func<TPlace, IQueryable<T>> after, Func<T, TPlace> placeOf,
        Func<IReadOnlyList<T>, Task<IEnumerable<object>>> shape, CancellationToken cancellationToken)
        where T : class
    {
        json.WriteStartArray(name);
        var place = start;
        while (await after(place).AsNoTracking().Take(PageSize).ToListAsync(cancellationToken) is { Count: > 0 } page)
        {
            foreach (var item in await shape(page))
            {
                json.WriteValue(item);
            }

            // Written out before the next page is read, so that one page is in memory whatever the length.
            await json.FlushAsync(cancellationToken);
            place = placeOf(page[^1]);
        }

        json.WriteEndArray();
    }

    /// <inheritdoc cref="WriteListAsync{T, TPlace}"/>
    public static Task WriteListAsync<T>(
        this Utf8JsonWriter json, string name, Func<Guid, IQueryable<T>> after, Func<T, Guid> id, Func<T, object> shape, CancellationToken cancellationToken)
        where T : class =>
        json.WriteListAsync(name, Guid.Empty, after, id, page => Task.FromResult(page.Select(shape)), cancellationToken);

    // The serializer would flush the writer synchronously, which a response does not allow.
    private static void WriteValue(this Utf8JsonWriter json, object value) =>
        json.WriteRawValue(JsonSerializer.SerializeToUtf8Bytes(value, Values), skipInputValidation: true);
}
