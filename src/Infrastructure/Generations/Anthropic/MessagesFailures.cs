using System.Net;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Anthropic;

/// <summary>What a refused or broken answer means. https://platform.claude.com/docs/en/api/errors</summary>
internal static class MessagesFailures
{
    private const HttpStatusCode Overloaded = (HttpStatusCode)529;

    public static async Task<ProviderFailureException> ReadAsync(
        HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken)
    {
        var body = await ProviderFailures.ReadErrorAsync(response.Content, MessagesJson.Default.MessagesErrorBody, cancellationToken);
        var failure = Of(response.StatusCode, body?.Error, ProviderFailures.RetryAfter(response.Headers, clock));

        // The provider knows best whether to come back, and says so.
        return response.Headers.TryGetValues("x-should-retry", out var values) && bool.TryParse(values.First(), out var shouldRetry)
            ? new ProviderFailureException(failure.Code, failure.Message, shouldRetry, failure.RetryAfter)
            : failure;
    }

    /// <summary>An error that came instead of a piece of the answer, although the answer had begun with success.</summary>
    public static ProviderFailureException InStream(MessagesError? error) => Of(
        error?.Type switch
        {
            "invalid_request_error" => HttpStatusCode.BadRequest,
            "authentication_error" => HttpStatusCode.Unauthorized,
            "billing_error" => HttpStatusCode.PaymentRequired,
            "permission_error" => HttpStatusCode.Forbidden,
            "not_found_error" => HttpStatusCode.NotFound,
            "request_too_large" => HttpStatusCode.RequestEntityTooLarge,
            "rate_limit_error" => HttpStatusCode.TooManyRequests,
            "timeout_error" => HttpStatusCode.GatewayTimeout,
            "overloaded_error" => Overloaded,
            _ => HttpStatusCode.InternalServerError,
        },
        error,
        retryAfter: null);

    // No money left is the installation's trouble, not the request's: another provider would do it.
    private static ProviderFailureException Of(HttpStatusCode status, MessagesError? error, TimeSpan? retryAfter) =>
        error?.Type == "billing_error"
            ? ProviderFailures.Answered(status, GenerationFailureCode.ProviderUnavailable, isRetryable: false)
            : ProviderFailures.OfStatus(status, retryAfter);
}
