using System.Net;
using System.Net.Http.Headers;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>An answer of Stripe's server, good or bad.</summary>
/// <param name="RequestId">Stripe's name for the request, which its support asks for: <c>req_…</c>. Null when there is none.</param>
/// <param name="ShouldRetry">Stripe's own opinion. Null: it has none.</param>
/// <param name="RetryAfter">How long Stripe wants to be left alone. Null: it does not say.</param>
internal sealed record StripeReply(HttpStatusCode Status, string? RequestId, bool? ShouldRetry, TimeSpan? RetryAfter, byte[] Body)
{
    private const int BodyBytesMax = 1024 * 1024;
    private const int RequestIdLengthMax = 64;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <exception cref="HttpRequestException">The body broke off, or is larger than 1 MiB.</exception>
    public static async Task<StripeReply> ReadAsync(HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(BodyBytesMax, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var id = Header(response.Headers, "request-id");
        return new StripeReply(
            response.StatusCode,
            id?.Length <= RequestIdLengthMax && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_') ? id : null,
            bool.TryParse(Header(response.Headers, "stripe-should-retry"), out var should) ? should : null,
            response.Headers.RetryAfter switch
            {
                { Delta: { } wait } => wait,
                { Date: { } date } => date - clock.GetUtcNow(),
                _ => null,
            },
            body);
    }

    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.First() : null;
}
