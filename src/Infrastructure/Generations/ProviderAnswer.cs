using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations;

/// <summary>The body of an answer that comes at once, never more of it than there can be.</summary>
internal static class ProviderAnswer
{
    /// <exception cref="ProviderFailureException">The provider refused, or its answer is too large, broken, or not of this form.</exception>
    public static async Task<T> ReadAsync<T>(
        ProviderCall call, HttpRequestMessage request, JsonTypeInfo<T> type, int bytesMax, CancellationToken cancellationToken)
        where T : class
    {
        var body = await ReadBytesAsync(call, request, bytesMax, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(body.Span, type) ?? throw ProviderFailures.Interrupted("The answer is empty.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The cause is left out: it quotes the answer.
            throw ProviderFailures.Interrupted("The answer is not what was asked for, or not all of it.");
        }
    }

    /// <exception cref="ProviderFailureException">The provider refused, or its answer is too large or broke off.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(
        ProviderCall call, HttpRequestMessage request, int bytesMax, CancellationToken cancellationToken)
    {
        using var response = await call.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentLength > bytesMax)
        {
            throw ProviderFailures.TooLarge();
        }

        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await ReadAsync(stream, bytesMax, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw ProviderFailures.Interrupted("The connection broke in the middle of the answer.", exception);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, int bytesMax, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > bytesMax)
            {
                throw ProviderFailures.TooLarge();
            }

            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
