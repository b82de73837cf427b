using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>
/// What a refused or broken answer means. Of the body only the code is read, and only compared: what the provider writes may quote the
/// key or the prompt. https://platform.openai.com/docs/guides/error-codes
/// </summary>
internal static class ChatCompletionsFailures
{
    private const int BodyBytesMax = 64 * 1024;

    public static async Task<ProviderFailureException> ReadAsync(
        HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken)
    {
        var error = await ReadErrorAsync(response.Content, cancellationToken);
        return Of(response.StatusCode, error, RetryAfter(response.Headers, clock));
    }

    /// <summary>An error that came instead of a piece of the answer.</summary>
    public static ProviderFailureException InStream(ChatError error) => Of(
        error.Type switch
        {
            "invalid_request_error" => HttpStatusCode.BadRequest,
            "requests" or "tokens" or "rate_limit_error" => HttpStatusCode.TooManyRequests,
            _ => HttpStatusCode.InternalServerError,
        },
        error,
        retryAfter: null);

    private static ProviderFailureException Of(HttpStatusCode status, ChatError? error, TimeSpan? retryAfter)
    {
        var code = error?.Code is { ValueKind: JsonValueKind.String } word ? word.GetString() : null;
        var (failure, isRetryable) = (code ?? error?.Type, status) switch
        {
            // No money left: asking again cannot help, although the status is that of a rate limit.
            ("insufficient_quota" or "billing_hard_limit_reached", _) => (GenerationFailureCode.ProviderUnavailable, false),
            ("content_policy_violation" or "moderation_blocked" or "content_filter", _) => (GenerationFailureCode.ContentPolicy, false),
            ("rate_limit_exceeded", _) or (_, HttpStatusCode.TooManyRequests) => (GenerationFailureCode.RateLimited, true),
            (_, HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or (HttpStatusCode)425) => (GenerationFailureCode.ProviderUnavailable, true),
            (_, >= HttpStatusCode.InternalServerError) => (GenerationFailureCode.ProviderUnavailable, true),
            _ => (GenerationFailureCode.ProviderRejected, false),
        };
        return new ProviderFailureException(failure, $"The provider answered {(int)status}.", isRetryable, retryAfter);
    }

    /// <summary><c>retry-after-ms</c>, or <c>Retry-After</c> in seconds or as a date.</summary>
    internal static TimeSpan? RetryAfter(HttpResponseHeaders headers, TimeProvider clock)
    {
        if (Number(headers, "retry-after-ms") is { } milliseconds)
        {
            return Clamp(milliseconds / 1000);
        }

        if (Number(headers, "retry-after") is { } seconds)
        {
            return Clamp(seconds);
        }

        return headers.RetryAfter?.Date is { } date ? Clamp((date - clock.GetUtcNow()).TotalSeconds) : null;
    }

    private static TimeSpan Clamp(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 24 * 3600));

    private static double? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && double.TryParse(values.First(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static async Task<ChatError?> ReadErrorAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var body = new byte[BodyBytesMax];
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
            return JsonSerializer.Deserialize(body.AsSpan(0, length), ChatJson.Default.ChatErrorBody)?.Error;
        }
        catch (Exception exception) when (exception is JsonException or IOException or HttpRequestException)
        {
            // No error object, or a broken one: the status says enough.
            return null;
        }
    }
}
