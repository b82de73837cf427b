using System.Net;
using System.Text.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>What a refused or broken answer means. https://platform.openai.com/docs/guides/error-codes</summary>
internal static class OpenAiFailures
{
    /// <summary>Groq's word for a lack of flexible capacity. https://console.groq.com/docs/errors</summary>
    private const HttpStatusCode CapacityExceeded = (HttpStatusCode)498;

    public static async Task<ProviderFailureException> ReadAsync(
        HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken)
    {
        var body = await ProviderFailures.ReadErrorAsync(response.Content, OpenAiErrorJson.Default.OpenAiErrorBody, cancellationToken);
        return Of(response.StatusCode, body?.Error, ProviderFailures.RetryAfter(response.Headers, clock));
    }

    /// <summary>An error that came instead of a piece of the answer.</summary>
    public static ProviderFailureException InStream(OpenAiError error) => Of(
        error.Type switch
        {
            "invalid_request_error" => HttpStatusCode.BadRequest,
            "requests" or "tokens" or "rate_limit_error" => HttpStatusCode.TooManyRequests,
            _ => HttpStatusCode.InternalServerError,
        },
        error,
        retryAfter: null);

    private static ProviderFailureException Of(HttpStatusCode status, OpenAiError? error, TimeSpan? retryAfter)
    {
        // The raw text: what has escapes in it is no code, and may have halves of surrogate pairs.
        var code = error?.Code is { ValueKind: JsonValueKind.String } word ? word.GetRawText().Trim('"') : null;
        return (code ?? error?.Type, status) switch
        {
            // No money left: asking again cannot help, although the status is that of a rate limit.
            ("insufficient_quota" or "billing_hard_limit_reached", _) =>
                ProviderFailures.Answered(status, GenerationFailureCode.ProviderUnavailable, isRetryable: false),
            ("content_policy_violation" or "moderation_blocked" or "content_filter", _) => ProviderFailures.ContentPolicy(),
            ("rate_limit_exceeded", _) => ProviderFailures.Answered(status, GenerationFailureCode.RateLimited, isRetryable: true, retryAfter),
            (_, CapacityExceeded) => ProviderFailures.Answered(status, GenerationFailureCode.ProviderUnavailable, isRetryable: true, retryAfter),
            _ => ProviderFailures.OfStatus(status, retryAfter),
        };
    }
}
