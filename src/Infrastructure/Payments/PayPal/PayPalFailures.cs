using System.Net;
using System.Text.Json;
using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>
/// What a refusal means. Of PayPal's text only the code is read, and only when it is a plain word: the rest may quote what was sent.
/// https://developer.paypal.com/api/rest/reference/orders/v2/errors/ and …/payments/v2/errors/
/// </summary>
internal static class PayPalFailures
{
    /// <summary>The customer has to approve the order first.</summary>
    public const string NotApproved = "ORDER_NOT_APPROVED";

    private const int WordLengthMax = 64;

    /// <summary>A <see cref="PaymentRefusedException"/> or a <see cref="PaymentGatewayException"/>.</summary>
    public static Exception Of(PayPalReply reply)
    {
        var error = Read(reply.Body);
        var code = error?.Details?.Select(detail => Word(detail?.Issue)).FirstOrDefault(issue => issue is not null)
            ?? Word(error?.Name) ?? $"HTTP_{(int)reply.Status}";
        return IsForGood(reply.Status, code)
            ? new PaymentRefusedException(PaymentProvider.Paypal, code, ReasonOf(code)) { IsNotApproved = code == NotApproved }
            : new PaymentGatewayException(PaymentProvider.Paypal, $"answered {(int)reply.Status} {code}, debug id {DebugId(reply)}");
    }

    /// <summary>True for the refusal of an id that PayPal does not know, or not any more.</summary>
    public static bool IsUnknown(PaymentRefusedException refusal) =>
        refusal.Code is "INVALID_RESOURCE_ID" or "RESOURCE_NOT_FOUND" or "HTTP_404";

    /// <returns>Null for what is no plain word.</returns>
    public static string? Word(string? text) =>
        text is { Length: > 0 and <= WordLengthMax } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_') ? text : null;

    private static bool IsForGood(HttpStatusCode status, string code) => (status, code) switch
    {
        // The account may not do this: nothing is wrong with the payment.
        (_, "NOT_AUTHORIZED" or "PERMISSION_DENIED") => false,

        // The same request is still being worked on.
        (_, "ORDER_COMPLETION_IN_PROGRESS" or "PREVIOUS_REQUEST_IN_PROGRESS") => false,
        (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity, _) => true,
        _ => false,
    };

    private static DeclineReason ReasonOf(string code) => code switch
    {
        "CARD_EXPIRED" or "REFERENCED_CARD_EXPIRED" => DeclineReason.ExpiredCard,
        "BILLING_ADDRESS_INVALID" or "CARD_EXPIRY_REQUIRED" or "CARD_NUMBER_REQUIRED" or "INVALID_EXPIRY_DATE" or "INVALID_IBAN"
            or "INVALID_SECURITY_CODE_LENGTH" or "PAYMENT_SOURCE_INFO_CANNOT_BE_VERIFIED" => DeclineReason.IncorrectDetails,
        "COMPLIANCE_VIOLATION" or "PAYEE_BLOCKED_TRANSACTION" or "TRANSACTION_BLOCKED_BY_PAYEE" => DeclineReason.SuspectedFraud,
        _ => DeclineReason.Other,
    };

    private static string DebugId(PayPalReply reply) =>
        Word(reply.DebugId) ?? "unknown";

    private static PayPalError? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, PayPalJson.Default.PayPalError);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No error object, or a broken one: the status says enough.
            return null;
        }
    }
}
