using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// What Webox asks of a payment provider, in the words of the trade. Every call carries a key and may be repeated with it without moving
/// money twice, for as long as <see cref="KeyLifetime"/>. Answers come back as the provider wrote them and are read by
/// <see cref="Read"/>, like its messages: so news goes one way, whoever brings it.
/// </summary>
/// <remarks>
/// Every call throws <see cref="PaymentGatewayException"/> when it is unknown whether the provider heard of it (repeat with the same
/// key), and <see cref="PaymentRefusedException"/> when the provider refused for good.
/// </remarks>
public interface IPaymentGateway
{
    PaymentProvider Provider { get; }

    /// <summary>How long the provider surely remembers a key. After that, nothing may be posted again: only asked.</summary>
    TimeSpan KeyLifetime { get; }

    /// <summary>Asks the provider to collect money; the customer may still have to act.</summary>
    Task<ProviderIntent> CreateIntentAsync(IntentRequest request, CancellationToken cancellationToken);

    /// <summary>Takes money that the customer approved; with <see cref="PaymentCall.CapturesLater"/> and nothing set aside yet, sets it aside.</summary>
    Task<ProviderAnswer> CaptureAsync(PaymentCall call, CancellationToken cancellationToken);

    /// <summary>Gives an intent up: nothing can be taken by it afterwards.</summary>
    /// <returns>Null when the provider knows no such thing; the intent then dies by itself.</returns>
    Task<ProviderAnswer?> CancelAsync(PaymentCall call, CancellationToken cancellationToken);

    /// <summary>Gives captured money back.</summary>
    Task<ProviderAnswer> RefundAsync(RefundRequest request, CancellationToken cancellationToken);

    /// <summary>What the provider knows of a payment now, its captures, refunds and fee included where it says so.</summary>
    Task<ProviderAnswer> FindAsync(PaymentCall call, CancellationToken cancellationToken);

    /// <summary>Translates an answer, or a message whose origin was checked.</summary>
    /// <param name="body">As it came.</param>
    /// <exception cref="System.Text.Json.JsonException">It is not what this provider sends.</exception>
    ProviderStatement Read(ReadOnlyMemory<byte> body);

    /// <summary>What the customer must do for a payment that is not decided.</summary>
    NextStep? NextStepOf(Payment payment);
}

/// <param name="IdempotencyKey">
/// Made from our own row, the same at every repetition. Adapters hand it to the provider as metadata, too, and name it among the
/// references of every statement that shows it: so news finds its payment even when the answer to this request was lost.
/// </param>
/// <param name="ReturnUrl">Where the provider sends the customer afterwards.</param>
/// <param name="CapturesLater">True: money is only set aside now, and captured by a call of its own.</param>
/// <param name="CustomerReference">The provider's record of the customer. Null for guests, and where none is kept.</param>
public sealed record IntentRequest(
    string IdempotencyKey, Money Amount, string OrderNumber, string Email, Uri ReturnUrl, PaymentFlow Flow, bool CapturesLater, string? CustomerReference);

/// <summary>Names a payment to its provider.</summary>
/// <param name="IdempotencyKey">Of this call.</param>
/// <param name="Reference">The provider's own id of the intent.</param>
/// <param name="References">Everything the payment is known by, <paramref name="Reference"/> included.</param>
public sealed record PaymentCall(string IdempotencyKey, string Reference, IReadOnlyCollection<string> References, bool CapturesLater);

/// <param name="IdempotencyKey">Also handed over as metadata; statements about the refund give it as <see cref="ProviderEvent.OurReference"/>.</param>
/// <param name="Captured">The provider's id of the money taken: a charge, a capture.</param>
/// <param name="Amount">At most what was captured and not refunded.</param>
/// <param name="IsWhole">True when it is all of the capture.</param>
/// <param name="Reason">For the customer to read. Null: none.</param>
public sealed record RefundRequest(
    string IdempotencyKey, string Reference, IReadOnlyCollection<string> References, string Captured, Money Amount, bool IsWhole, string OrderNumber, string? Reason);

/// <param name="Reference">The provider's own id of the intent.</param>
/// <param name="Status">RequiresAction, Processing or RequiresCapture.</param>
/// <param name="Action">What <see cref="IPaymentGateway.NextStepOf"/> needs to say what the customer must do: a client secret, an address.</param>
public sealed record ProviderIntent(string Reference, PaymentStatus Status, string? Action);

/// <summary>An answer as the provider wrote it.</summary>
public sealed record ProviderAnswer(ReadOnlyMemory<byte> Body);

/// <summary>What a message or an answer says.</summary>
/// <param name="References">What the payment is known by, surest first; all of them are remembered. Empty: it is about no payment.</param>
/// <param name="Events">Empty when it is not about money or its refusal.</param>
public sealed record ProviderStatement(IReadOnlyList<string> References, IReadOnlyList<ProviderEvent> Events)
{
    public static readonly ProviderStatement Nothing = new([], []);
}

/// <summary>One thing that happened.</summary>
/// <param name="ProviderObject">The id of what happened itself; two messages about one charge have the same.</param>
/// <param name="OurReference">The idempotency key of our own refund that this is about. Null: none that is known.</param>
public sealed record ProviderEvent(
    string ProviderObject, PaymentEventKind Kind, Money Amount, DateTimeOffset OccurredAt, DeclineReason? DeclineReason = null, string? OurReference = null);

/// <summary>The provider could not be reached, or failed. Whether it did what was asked is unknown.</summary>
public sealed class PaymentGatewayException(PaymentProvider provider, string message, Exception? inner = null)
    : Exception($"{provider}: {message}", inner);

/// <summary>The provider refused for good: nothing happened, and the same request cannot succeed.</summary>
/// <param name="code">The provider's own word for why. Safe to log.</param>
public sealed class PaymentRefusedException(PaymentProvider provider, string code, DeclineReason reason)
    : Exception($"{provider}: refused, {code}")
{
    public string Code { get; } = code;

    public DeclineReason Reason { get; } = reason;

    /// <summary>True when the customer has to approve first: nothing is decided.</summary>
    public bool IsNotApproved { get; init; }
}
