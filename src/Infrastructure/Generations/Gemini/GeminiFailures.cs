using System.Globalization;
using System.Net;
using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations.Gemini;

/// <summary>
/// What a refused or broken answer means. A bad key is a 400 like any other wrong argument, and how long to wait stands in the body.
/// https://ai.google.dev/gemini-api/docs/troubleshooting
/// </summary>
internal static class GeminiFailures
{
    public static async Task<ProviderFailureException> ReadAsync(
        HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken)
    {
        var body = await ProviderFailures.ReadErrorAsync(response.Content, GeminiJson.Default.GeminiErrorBody, cancellationToken);
        return ProviderFailures.OfStatus(response.StatusCode, RetryDelay(body?.Error) ?? ProviderFailures.RetryAfter(response.Headers, clock));
    }

    /// <summary>An error that came instead of a piece of the answer, although the answer had begun with success.</summary>
    public static ProviderFailureException InStream(GeminiError error) => ProviderFailures.OfStatus(
        error.Code is >= 400 and < 600 and { } code ? (HttpStatusCode)code : OfWord(error.Status), RetryDelay(error));

    // https://cloud.google.com/apis/design/errors#error_model
    private static HttpStatusCode OfWord(string? status) => status switch
    {
        "INVALID_ARGUMENT" or "FAILED_PRECONDITION" or "OUT_OF_RANGE" => HttpStatusCode.BadRequest,
        "UNAUTHENTICATED" => HttpStatusCode.Unauthorized,
        "PERMISSION_DENIED" => HttpStatusCode.Forbidden,
        "NOT_FOUND" => HttpStatusCode.NotFound,
        "RESOURCE_EXHAUSTED" => HttpStatusCode.TooManyRequests,
        _ => HttpStatusCode.InternalServerError,
    };

    private static TimeSpan? RetryDelay(GeminiError? error) =>
        error?.Details?.FirstOrDefault(detail => detail?.RetryDelay is not null)?.RetryDelay is { } delay
        && delay.EndsWith('s')
        && double.TryParse(delay.AsSpan()[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? ProviderFailures.Wait(seconds)
            : null;
}
