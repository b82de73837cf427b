using System.Text.Json;
using System.Text.Json.Serialization;

namespace Webox.Infrastructure.Payments.Stripe;

// https://docs.stripe.com/api: the fields we read, as they are in every version since 2022-11-15. What has a default may be absent.

/// <summary>https://docs.stripe.com/api/payment_intents/object</summary>
/// <param name="AmountCapturable">Set aside.</param>
/// <param name="AmountReceived">Taken.</param>
/// <param name="LatestCharge">The last attempt, failed ones included.</param>
/// <param name="LastPaymentError">Stays until the next attempt.</param>
internal sealed record StripePaymentIntent(
    string Id,
    string Status,
    long Amount,
    string Currency,
    DateTimeOffset Created,
    long AmountCapturable = 0,
    long AmountReceived = 0,
    DateTimeOffset? CanceledAt = null,
    string? ClientSecret = null,
    StripeError? LastPaymentError = null,
    [property: JsonConverter(typeof(ExpandableConverter<StripeCharge>))] Expandable<StripeCharge>? LatestCharge = null,
    IReadOnlyDictionary<string, string>? Metadata = null);

/// <summary>https://docs.stripe.com/api/charges/object</summary>
/// <param name="Captured">False: the money is only set aside, or was let go.</param>
/// <param name="AmountCaptured">Null in old versions.</param>
/// <param name="AmountRefunded">What was let go included.</param>
/// <param name="Refunds">Only where it was asked for, and in versions before 2022-11-15.</param>
internal sealed record StripeCharge(
    string Id,
    string Status,
    long Amount,
    string Currency,
    DateTimeOffset Created,
    bool Captured = false,
    long? AmountCaptured = null,
    long AmountRefunded = 0,
    string? FailureCode = null,
    StripeChargeOutcome? Outcome = null,
    [property: JsonConverter(typeof(ExpandableConverter<StripeNamed>))] Expandable<StripeNamed>? PaymentIntent = null,
    [property: JsonConverter(typeof(ExpandableConverter<StripeBalanceTransaction>))] Expandable<StripeBalanceTransaction>? BalanceTransaction = null,
    StripeList<StripeRefund>? Refunds = null,
    IReadOnlyDictionary<string, string>? Metadata = null);

/// <param name="Reason">A decline code, or a word of Stripe's own fraud protection.</param>
internal sealed record StripeChargeOutcome(string? Reason = null);

/// <summary>https://docs.stripe.com/api/balance_transactions/object</summary>
/// <param name="Currency">Of the shop's balance, whatever the customer paid in.</param>
internal sealed record StripeBalanceTransaction(string Id, long Fee, string Currency, DateTimeOffset Created);

/// <summary>https://docs.stripe.com/api/refunds/object</summary>
/// <param name="Status">Null in old versions, for one that succeeded.</param>
internal sealed record StripeRefund(
    string Id,
    long Amount,
    string Currency,
    DateTimeOffset Created,
    string? Status = null,
    [property: JsonConverter(typeof(ExpandableConverter<StripeNamed>))] Expandable<StripeNamed>? PaymentIntent = null,
    [property: JsonConverter(typeof(ExpandableConverter<StripeNamed>))] Expandable<StripeNamed>? Charge = null,
    IReadOnlyDictionary<string, string>? Metadata = null);

/// <summary>https://docs.stripe.com/api/disputes/object</summary>
internal sealed record StripeDispute(
    string Id,
    string Status,
    long Amount,
    string Currency,
    DateTimeOffset Created,
    [property: JsonConverter(typeof(ExpandableConverter<StripeNamed>))] Expandable<StripeNamed>? PaymentIntent = null,
    [property: JsonConverter(typeof(ExpandableConverter<StripeNamed>))] Expandable<StripeNamed>? Charge = null);

/// <summary>https://docs.stripe.com/api/checkout/sessions/object</summary>
/// <param name="Status">open, complete or expired.</param>
/// <param name="PaymentStatus">paid, unpaid or no_payment_required. Unpaid, too, while money is set aside or on its way.</param>
/// <param name="PaymentIntent">Null until the customer first tries to pay.</param>
internal sealed record StripeSession(
    string Id,
    DateTimeOffset Created,
    string? Status = null,
    string? PaymentStatus = null,
    long? AmountTotal = null,
    string? Currency = null,
    string? Url = null,
    [property: JsonConverter(typeof(ExpandableConverter<StripePaymentIntent>))] Expandable<StripePaymentIntent>? PaymentIntent = null,
    IReadOnlyDictionary<string, string>? Metadata = null);

/// <summary>Anything that has an id.</summary>
internal sealed record StripeNamed(string Id);

/// <summary>Anything that Stripe sends.</summary>
/// <param name="Object">What it is: <c>payment_intent</c>.</param>
internal sealed record StripeTyped(string Object);

/// <summary>https://docs.stripe.com/api/pagination</summary>
internal sealed record StripeList<T>(IReadOnlyList<T> Data);

internal sealed record StripeBalance(bool Livemode);

/// <summary>https://docs.stripe.com/api/events/object</summary>
/// <param name="Created">When it happened.</param>
internal sealed record StripeEvent(string Id, string Object, string Type, DateTimeOffset Created, StripeEventData Data);

/// <param name="Object">What it happened to, as it was then.</param>
internal sealed record StripeEventData(JsonElement Object);

internal sealed record StripeErrorBody(StripeError Error);

/// <summary>https://docs.stripe.com/api/errors</summary>
/// <param name="Charge">The attempt that failed.</param>
internal sealed record StripeError(string? Type = null, string? Code = null, string? DeclineCode = null, string? Charge = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(UnixSecondsConverter)])]
[JsonSerializable(typeof(StripePaymentIntent))]
[JsonSerializable(typeof(StripeCharge))]
[JsonSerializable(typeof(StripeBalanceTransaction))]
[JsonSerializable(typeof(StripeRefund))]
[JsonSerializable(typeof(StripeDispute))]
[JsonSerializable(typeof(StripeSession))]
[JsonSerializable(typeof(StripeNamed))]
[JsonSerializable(typeof(StripeTyped))]
[JsonSerializable(typeof(StripeBalance))]
[JsonSerializable(typeof(StripeList<JsonElement>))]
[JsonSerializable(typeof(StripeEvent))]
[JsonSerializable(typeof(StripeErrorBody))]
internal sealed partial class StripeJson : JsonSerializerContext;
