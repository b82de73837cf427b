using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>
/// What a bad answer means. Of its words only codes are kept: texts may quote the key or the customer.
/// https://docs.stripe.com/api/errors
/// </summary>
internal static partial class StripeFailures
{
    /// <summary>A refusal only when Stripe itself says so: a proxy's 404 is no word about a payment.</summary>
    public static Exception Of(StripeReply reply)
    {
        var error = ReadError(reply.Body);
        return (reply.Status, error) switch
        {
            (_, { Type: "idempotency_error" }) => Failed("the idempotency key came with another request before", reply.RequestId),
            (HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired or HttpStatusCode.NotFound, not null) => new PaymentRefusedException(
                PaymentProvider.Stripe,
                Word(error.DeclineCode) ?? Word(error.Code) ?? Word(error.Type) ?? "invalid_request_error",
                StripeDeclines.ToReason(error.DeclineCode ?? error.Code)),
            (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, _) =>
                Failed("the secret key is not accepted, or may not do this", reply.RequestId),
            (HttpStatusCode.TooManyRequests, _) => Failed("too many requests", reply.RequestId),
            _ => Failed($"it answered {(int)reply.Status}", reply.RequestId),
        };
    }

    public static PaymentGatewayException Failed(string what, string? requestId = null, Exception? inner = null) =>
        new(PaymentProvider.Stripe, requestId is null ? what : $"{what} ({requestId})", inner);

    private static StripeError? ReadError(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, StripeJson.Default.StripeErrorBody)?.Error;
        }
        catch (JsonException)
        {
            // No error object, or a broken one: the status says enough.
            return null;
        }
    }

    private static string? Word(string? code) => code is not null && Code().IsMatch(code) ? code : null;

    // Codes have no digits, and keys have.
    [GeneratedRegex("^[a-z_]{1,64}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
