using System.Text.Json;
using System.Text.Json.Serialization;

namespace Webox.Infrastructure.Payments.PayPal;

// https://developer.paypal.com/docs/api/orders/v2/, …/payments/v2/, …/customer-disputes/v1/: the fields we write or read.

internal sealed record PayPalMoney(string? CurrencyCode, string? Value);

internal sealed record PayPalOrderRequest(string Intent, IReadOnlyList<PayPalUnitRequest> PurchaseUnits, PayPalSource PaymentSource);

internal sealed record PayPalUnitRequest(string ReferenceId, string CustomId, string InvoiceId, string Description, PayPalMoney Amount);

internal sealed record PayPalSource(PayPalWallet Paypal);

internal sealed record PayPalWallet(PayPalExperience ExperienceContext);

internal sealed record PayPalExperience(string BrandName, string ShippingPreference, string UserAction, string ReturnUrl, string CancelUrl);

internal sealed record PayPalCaptureRequest(bool FinalCapture);

internal sealed record PayPalRefundRequest(PayPalMoney Amount, string CustomId, string InvoiceId, string? NoteToPayer);

internal sealed record PayPalOrder(
    string? Id,
    string? Status,
    IReadOnlyList<PayPalUnit?>? PurchaseUnits,
    IReadOnlyList<PayPalLink?>? Links,
    string? CreateTime,
    string? UpdateTime);

internal sealed record PayPalUnit(string? ReferenceId, string? CustomId, PayPalMoney? Amount, PayPalPayments? Payments);

internal sealed record PayPalPayments(
    IReadOnlyList<PayPalTransaction?>? Authorizations,
    IReadOnlyList<PayPalTransaction?>? Captures,
    IReadOnlyList<PayPalTransaction?>? Refunds)
{
    public IReadOnlyList<(PayPalKind Kind, PayPalTransaction Transaction)> All() =>
    [
        .. (Authorizations ?? []).OfType<PayPalTransaction>().Select(one => (PayPalKind.Authorization, one)),
        .. (Captures ?? []).OfType<PayPalTransaction>().Select(one => (PayPalKind.Capture, one)),
        .. (Refunds ?? []).OfType<PayPalTransaction>().Select(one => (PayPalKind.Refund, one)),
    ];
}

/// <summary>An authorization, a capture or a refund: they look alike.</summary>
internal sealed record PayPalTransaction(
    string? Id,
    string? Status,
    PayPalStatusDetails? StatusDetails,
    PayPalMoney? Amount,
    string? CustomId,
    PayPalBreakdown? SellerReceivableBreakdown,
    PayPalSupplement? SupplementaryData,
    IReadOnlyList<PayPalLink?>? Links,
    string? CreateTime,
    string? UpdateTime);

internal sealed record PayPalStatusDetails(string? Reason);

/// <param name="PaypalFee">In the currency of the payment.</param>
/// <param name="PaypalFeeInReceivableCurrency">Where PayPal settles in another.</param>
internal sealed record PayPalBreakdown(PayPalMoney? PaypalFee, PayPalMoney? PaypalFeeInReceivableCurrency);

internal sealed record PayPalSupplement(PayPalRelatedIds? RelatedIds);

internal sealed record PayPalRelatedIds(string? OrderId, string? AuthorizationId, string? CaptureId);

internal sealed record PayPalDispute(
    string? DisputeId, string? Status, PayPalMoney? DisputeAmount, IReadOnlyList<PayPalDisputedTransaction?>? DisputedTransactions);

/// <param name="SellerTransactionId">The id of the capture.</param>
/// <param name="Custom">What we gave as <c>custom_id</c>.</param>
internal sealed record PayPalDisputedTransaction(string? SellerTransactionId, string? Custom);

/// <summary>The envelope of a message.</summary>
internal sealed record PayPalMessage(string? EventType, string? CreateTime, JsonElement? Resource);

internal sealed record PayPalError(string? Name, IReadOnlyList<PayPalErrorDetail?>? Details);

internal sealed record PayPalErrorDetail(string? Issue);

internal sealed record PayPalToken(string? AccessToken, long ExpiresIn, string? Error);

internal sealed record PayPalVerdict(string? VerificationStatus);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PayPalOrderRequest))]
[JsonSerializable(typeof(PayPalCaptureRequest))]
[JsonSerializable(typeof(PayPalRefundRequest))]
[JsonSerializable(typeof(PayPalOrder))]
[JsonSerializable(typeof(PayPalTransaction))]
[JsonSerializable(typeof(PayPalDispute))]
[JsonSerializable(typeof(IReadOnlyList<PayPalLink>))]
[JsonSerializable(typeof(PayPalMessage))]
[JsonSerializable(typeof(PayPalError))]
[JsonSerializable(typeof(PayPalToken))]
[JsonSerializable(typeof(PayPalVerdict))]
internal sealed partial class PayPalJson : JsonSerializerContext;
