using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations;

/// <summary>
/// The events of a streamed answer. Whether they were all is for the reader to say, by the provider's own end marker: a connection that
/// closes proves nothing.
/// </summary>
internal static class ProviderStream
{
    /// <param name="takesBareJson">See <see cref="ServerSentEvents.ReadAsync"/>.</param>
    /// <exception cref="ProviderFailureException">The provider refused, sent something else, or the connection broke.</exception>
    public static async IAsyncEnumerable<string> ReadAsync(
        ProviderCall call, HttpRequestMessage request, bool takesBareJson, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var response = await call.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            throw new ProviderFailureException(GenerationFailureCode.ProviderUnavailable, "The provider sent no event stream.", isRetryable: true);
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var events = ServerSentEvents.ReadAsync(body, takesBareJson, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(events) is { } data)
        {
            yield return data;
        }
    }

    /// <exception cref="ProviderFailureException">It is not JSON, or not of this form.</exception>
    public static T Parse<T>(string data, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(data, type) ?? throw ProviderFailures.Interrupted("A part of the answer is empty.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half a surrogate pair in an escape. The cause is left out: it quotes the answer.
            throw ProviderFailures.Interrupted("A part of the answer is not JSON.");
        }
    }

    /// <returns>Null when the stream is at its end.</returns>
    private static async Task<string?> NextAsync(IAsyncEnumerator<string> events)
    {
        try
        {
            return await events.MoveNextAsync() ? events.Current : null;
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw ProviderFailures.Interrupted("The connection broke in the middle of the answer.", exception);
        }
    }
}
