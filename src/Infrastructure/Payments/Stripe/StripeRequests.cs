using Webox.Application.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>Our words in Stripe's forms. Pure: what is sent can be held against Stripe's own description of it.</summary>
internal static class StripeRequests
{
    /// <summary>Metadata of an intent, its session and its charges: the idempotency key of our payment.</summary>
    public const string PaymentKey = "webox_payment";

    /// <summary>Metadata of a refund: the idempotency key of our refund.</summary>
    public const string RefundKey = "webox_refund";

    /// <summary>A charge with what it cost and what of it went back, in one answer.</summary>
    public static StripeForm ChargeExpansion { get; } = new()
    {
        { "expand[0]", "latest_charge.balance_transaction" },
        { "expand[1]", "latest_charge.refunds" },
    };

    /// <summary>https://docs.stripe.com/api/payment_intents/create</summary>
    public static StripeForm ToIntent(this IntentRequest request) => new()
    {
        { "amount", request.Amount.ToStripe() },
        { "currency", request.Amount.Currency.ToStripe() },
        { "automatic_payment_methods[enabled]", true },
        { "capture_method", CaptureMethod(request) },
        { "customer", request.CustomerReference },
        { "description", Description(request) },
        { "receipt_email", request.Email },
        { $"metadata[{PaymentKey}]", request.IdempotencyKey },
        { "metadata[order_number]", request.OrderNumber },
    };

    /// <summary>
    /// The whole order is one line, so that Stripe computes nothing; and it is paid in the currency of the order, not in one that Stripe
    /// offers the customer. The reference is the number of the order: it is for people, and never read, because whoever follows a
    /// payment link may choose it. https://docs.stripe.com/api/checkout/sessions/create
    /// </summary>
    public static StripeForm ToSession(this IntentRequest request) => new()
    {
        { "mode", "payment" },
        { "line_items[0][quantity]", 1 },
        { "line_items[0][price_data][currency]", request.Amount.Currency.ToStripe() },
        { "line_items[0][price_data][unit_amount]", request.Amount.ToStripe() },
        { "line_items[0][price_data][product_data][name]", Description(request) },
        { "adaptive_pricing[enabled]", false },
        { "success_url", request.ReturnUrl.AbsoluteUri },
        { "cancel_url", request.ReturnUrl.AbsoluteUri },
        { "client_reference_id", request.OrderNumber },
        { "customer", request.CustomerReference },
        { "customer_email", request.CustomerReference is null ? request.Email : null },
        { $"metadata[{PaymentKey}]", request.IdempotencyKey },
        { "metadata[order_number]", request.OrderNumber },
        { "payment_intent_data[capture_method]", CaptureMethod(request) },
        { "payment_intent_data[description]", Description(request) },
        { "payment_intent_data[receipt_email]", request.Email },
        { $"payment_intent_data[metadata][{PaymentKey}]", request.IdempotencyKey },
        { "payment_intent_data[metadata][order_number]", request.OrderNumber },
    };

    /// <summary>
    /// Why we gave it back stays with us: Stripe has no word for it that the customer could read. https://docs.stripe.com/api/refunds/create
    /// </summary>
    public static StripeForm ToRefund(this RefundRequest request) => new()
    {
        { request.Captured.StartsWith("pi_", StringComparison.Ordinal) ? "payment_intent" : "charge", request.Captured },
        { "amount", request.Amount.ToStripe() },
        { "reason", "requested_by_customer" },
        { $"metadata[{RefundKey}]", request.IdempotencyKey },
        { "metadata[order_number]", request.OrderNumber },
    };

    private static string CaptureMethod(IntentRequest request) => request.CapturesLater ? "manual" : "automatic";

    private static string Description(IntentRequest request) => $"Commande {request.OrderNumber}";
}
