using Webox.Application.Payments;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>What Webox wants, in PayPal's words.</summary>
internal static class PayPalRequests
{
    private const string Shop = "Webox";
    private const int NoteLengthMax = 255;
    private const int SuffixLength = 12;

    /// <summary>
    /// Our key is the reference of the only unit, too: that one comes back even in the shortest answer. Buyers see the invoice id,
    /// which may not come twice: so each attempt to pay one order has its own.
    /// </summary>
    public static PayPalOrderRequest ToPayPal(this IntentRequest request) => new(
        request.CapturesLater ? "AUTHORIZE" : "CAPTURE",
        [
            new(
                request.IdempotencyKey, request.IdempotencyKey, InvoiceId(request.OrderNumber, request.IdempotencyKey),
                $"Commande {request.OrderNumber}", request.Amount.ToPayPal()),
        ],
        new(new(new(Shop, "NO_SHIPPING", "PAY_NOW", request.ReturnUrl.AbsoluteUri, request.ReturnUrl.AbsoluteUri))));

    public static PayPalRefundRequest ToPayPal(this RefundRequest request) => new(
        request.Amount.ToPayPal(), request.IdempotencyKey, InvoiceId(request.OrderNumber, request.IdempotencyKey), Note(request.Reason));

    private static string InvoiceId(string orderNumber, string key) => $"{orderNumber}-{key[^Math.Min(SuffixLength, key.Length)..]}";

    /// <summary>One line of at most 255 characters, none of them cut in two.</summary>
    private static string? Note(string? reason)
    {
        var line = string.Concat((reason ?? "").Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
        var length = Math.Min(line.Length, NoteLengthMax);
        length -= length < line.Length && char.IsHighSurrogate(line[length - 1]) ? 1 : 0;
        return length > 0 ? line[..length] : null;
    }
}
