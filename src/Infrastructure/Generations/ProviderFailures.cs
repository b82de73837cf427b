using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations;

/// <summary>
/// What is the same about every provider that does not deliver. Of an error's body only codes are read, and only compared: what a
/// provider writes may quote the key or the prompt.
/// </summary>
internal static class ProviderFailures
{
    private const int BodyBytesMax = 64 * 1024;

    public static ProviderFailureException Unreachable(Exception inner) =>
        new(GenerationFailureCode.ProviderUnavailable, "The provider cannot be reached.", isRetryable: true, innerException: inner);

    public static ProviderFailureException Interrupted(string message, Exception? inner = null) =>
        new(GenerationFailureCode.StreamInterrupted, message, isRetryable: true, innerException: inner);

    public static ProviderFailureException TooLarge() =>
        new(GenerationFailureCode.ProviderRejected, "The answer of the provider is too large.", isRetryable: false);

    public static ProviderFailureException ContentPolicy() =>
        new(GenerationFailureCode.ContentPolicy, "The provider refuses this content.", isRetryable: false);

    public static ProviderFailureException Answered(
        HttpStatusCode status, GenerationFailureCode code, bool isRetryable, TimeSpan? retryAfter = null) =>
        new(code, $"The provider answered {(int)status}.", isRetryable, retryAfter);

    /// <summary>What the status alone says, for errors without a word of their own.</summary>
    public static ProviderFailureException OfStatus(HttpStatusCode status, TimeSpan? retryAfter) => status switch
    {
        HttpStatusCode.TooManyRequests => Answered(status, GenerationFailureCode.RateLimited, isRetryable: true, retryAfter),
        HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or (HttpStatusCode)425 or >= HttpStatusCode.InternalServerError =>
            Answered(status, GenerationFailureCode.ProviderUnavailable, isRetryable: true, retryAfter),
        _ => Answered(status, GenerationFailureCode.ProviderRejected, isRetryable: false),
    };

    /// <returns>Null when the body is no such error, or breaks off: the status says enough.</returns>
    public static async Task<T?> ReadErrorAsync<T>(HttpContent content, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var body = new byte[BodyBytesMax];
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
            return JsonSerializer.Deserialize(body.AsSpan(0, length), type);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IOException or HttpRequestException)
        {
            return null;
        }
    }

    /// <summary><c>retry-after-ms</c>, or <c>Retry-After</c> in seconds or as a date.</summary>
    public static TimeSpan? RetryAfter(HttpResponseHeaders headers, TimeProvider clock)
    {
        if (Number(headers, "retry-after-ms") is { } milliseconds)
        {
            return Wait(milliseconds / 1000);
        }

        if (Number(headers, "retry-after") is { } seconds)
        {
            return Wait(seconds);
        }

        return headers.RetryAfter?.Date is { } date ? Wait((date - clock.GetUtcNow()).TotalSeconds) : null;
    }

    /// <returns>At most a day.</returns>
    public static TimeSpan Wait(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 24 * 3600));

    private static double? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && double.TryParse(values.First(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
