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
        where T : class =>
        Parse(await ReadBytesAsync(call, request, bytesMax, cancellationToken), type);

    /// <returns>Null when the provider says that it has no such thing.</returns>
    /// <exception cref="ProviderFailureException">As above.</exception>
    public static async Task<T?> FindAsync<T>(
        ProviderCall call, HttpRequestMessage request, JsonTypeInfo<T> type, int bytesMax, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await call.FindAsync(request, cancellationToken);
        return response is null ? null : Parse(await ReadBytesAsync(response, bytesMax, cancellationToken), type);
    }

    /// <summary>Opens a file, which may be too large for the memory. It is read as <see cref="ProviderDownload"/> says.</summary>
    /// <returns>Null when the provider says that it has no such thing.</returns>
    /// <exception cref="ProviderFailureException">The provider refused, or says itself that the file is too large.</exception>
    public static async Task<Stream?> OpenAsync(
        ProviderCall call, HttpRequestMessage request, long bytesMax, CancellationToken cancellationToken) =>
        await call.FindAsync(request, cancellationToken) is { } response ? await OpenAsync(response, bytesMax, cancellationToken) : null;

    /// <exception cref="ProviderFailureException">As above.</exception>
    public static async Task<Stream> OpenAsync(HttpResponseMessage response, long bytesMax, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > bytesMax)
        {
            response.Dispose();
            throw ProviderFailures.TooLarge();
        }

        return new ProviderDownload(await response.Content.ReadAsStreamAsync(cancellationToken), bytesMax);
    }

    /// <exception cref="ProviderFailureException">The provider refused, or its answer is too large or broke off.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(
        ProviderCall call, HttpRequestMessage request, int bytesMax, CancellationToken cancellationToken)
    {
        using var response = await call.SendAsync(request, cancellationToken);
        return await ReadBytesAsync(response, bytesMax, cancellationToken);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(
        HttpResponseMessage response, int bytesMax, CancellationToken cancellationToken)
    {
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

    private static T Parse<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
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
