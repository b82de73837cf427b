using System.Text.Json;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.Sandbox;

/// <summary>
/// A provider without money: the customer chooses the outcome. It behaves as the real ones do where it matters: its reference follows
/// from the idempotency key, and its answer comes as a message that may come twice.
/// </summary>
internal sealed class SandboxGateway(TimeProvider clock) : IPaymentGateway, ISandboxPayments
{
    private const string Authorization = "authorization:";

    private static readonly SandboxOutcome[] Undecided =
    [
        SandboxOutcome.Succeed, SandboxOutcome.Decline, SandboxOutcome.Cancel, SandboxOutcome.Process, SandboxOutcome.Authorize,
        SandboxOutcome.DeclineExpiredCard, SandboxOutcome.DeclineIncorrectDetails, SandboxOutcome.DeclineSuspectedFraud,
        SandboxOutcome.SucceedWithWrongAmount,
    ];

    private static readonly SandboxOutcome[] Taken =
        [SandboxOutcome.RefundAtProvider, SandboxOutcome.Dispute, SandboxOutcome.WinDispute, SandboxOutcome.LoseDispute];

    public PaymentProvider Provider => PaymentProvider.Sandbox;

    public TimeSpan KeyLifetime => TimeSpan.MaxValue;

    public Task<ProviderIntent> CreateIntentAsync(IntentRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderIntent($"sandbox_{request.IdempotencyKey}", PaymentStatus.RequiresAction, Action: null));

    public Task<ProviderAnswer> CaptureAsync(PaymentCall call, CancellationToken cancellationToken)
    {
        // What was set aside says how much is to be taken.
        var authorized = call.References.FirstOrDefault(reference => reference.StartsWith(Authorization, StringComparison.Ordinal))
            ?? throw new PaymentRefusedException(Provider, "not_authorized", DeclineReason.Other) { IsNotApproved = true };
        var (amount, currency) = (long.Parse(authorized.Split(':')[1], null), authorized.Split(':')[2]);
        return Answer(new(call.Reference, $"{call.Reference}_charge", PaymentEventKind.Captured, amount, currency, clock.GetUtcNow()));
    }

    public Task<ProviderAnswer?> CancelAsync(PaymentCall call, CancellationToken cancellationToken) => Task.FromResult<ProviderAnswer?>(null);

    public Task<ProviderAnswer> RefundAsync(RefundRequest request, CancellationToken cancellationToken) => Answer(new(
        request.Reference, $"{request.IdempotencyKey}_refund", PaymentEventKind.Refunded, request.Amount.MinorUnits, request.Amount.Currency.Code,
        clock.GetUtcNow(), OurRefund: request.IdempotencyKey));

    public Task<ProviderAnswer> FindAsync(PaymentCall call, CancellationToken cancellationToken) => Task.FromResult(new ProviderAnswer("null"u8.ToArray()));

    public ProviderStatement Read(ReadOnlyMemory<byte> body)
    {
        if (JsonSerializer.Deserialize(body.Span, SandboxJson.Default.SandboxPaymentMessage) is not { } message)
        {
            return ProviderStatement.Nothing;
        }

        var amount = new Money(message.AmountMinorUnits, Currency.FromCode(message.Currency));
        string[] references = message.Kind is PaymentEventKind.Authorized
            ? [message.Intent, $"{Authorization}{amount.MinorUnits}:{amount.Currency}:{message.Intent}"]
            : [message.Intent];
        return new(references, [new ProviderEvent(message.Object, message.Kind, amount, message.OccurredAt, message.DeclineReason, message.OurRefund)]);
    }

    public NextStep? NextStepOf(Payment payment) =>
        OutcomesOf(payment) is { Count: > 0 } outcomes && !payment.IsDecided ? new NextStep.PlaySandbox(outcomes) : null;

    public IReadOnlyList<SandboxOutcome> OutcomesOf(Payment payment) => payment switch
    {
        { ProviderReference: null } => [],
        { Status: PaymentStatus.Succeeded } => Taken,
        { Status: PaymentStatus.Canceled } => [SandboxOutcome.SucceedLate],
        { Status: PaymentStatus.Declined } => [],
        _ => Undecided,
    };

    public ProviderMessage Play(Payment payment, SandboxOutcome outcome)
    {
        var intent = payment.ProviderReference!;
        var now = clock.GetUtcNow();
        var whole = payment.Amount.MinorUnits;
        SandboxPaymentMessage message = outcome switch
        {
            SandboxOutcome.Succeed or SandboxOutcome.SucceedLate => Message($"{intent}_charge", PaymentEventKind.Captured, whole),
            SandboxOutcome.SucceedWithWrongAmount => Message($"{intent}_charge", PaymentEventKind.Captured, Math.Max(1, whole - 1)),
            SandboxOutcome.Process => Message(intent, PaymentEventKind.Processing, 0),
            SandboxOutcome.Authorize => Message(intent, PaymentEventKind.Authorized, whole),
            SandboxOutcome.Cancel => Message(intent, PaymentEventKind.Canceled, 0),
            SandboxOutcome.Decline => Declined(DeclineReason.InsufficientFunds),
            SandboxOutcome.DeclineExpiredCard => Declined(DeclineReason.ExpiredCard),
            SandboxOutcome.DeclineIncorrectDetails => Declined(DeclineReason.IncorrectDetails),
            SandboxOutcome.DeclineSuspectedFraud => Declined(DeclineReason.SuspectedFraud),
            SandboxOutcome.RefundAtProvider => Message($"{intent}_refund", PaymentEventKind.Refunded, payment.Captured.MinorUnits - payment.Refunded.MinorUnits),
            SandboxOutcome.Dispute => Message($"{intent}_dispute", PaymentEventKind.DisputeOpened, whole),
            SandboxOutcome.WinDispute => Message($"{intent}_dispute", PaymentEventKind.DisputeClosed, 0),
            SandboxOutcome.LoseDispute => Message($"{intent}_dispute", PaymentEventKind.ChargedBack, payment.Captured.MinorUnits - payment.Refunded.MinorUnits),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };
        return new ProviderMessage($"{message.Object}_{outcome}", Write(message));

        SandboxPaymentMessage Message(string happened, PaymentEventKind kind, long amount) => new(intent, happened, kind, amount, payment.Currency.Code, now);

        SandboxPaymentMessage Declined(DeclineReason reason) => Message(intent, PaymentEventKind.Declined, 0) with { DeclineReason = reason };
    }

    private static Task<ProviderAnswer> Answer(SandboxPaymentMessage message) => Task.FromResult(new ProviderAnswer(Write(message)));

    private static byte[] Write(SandboxPaymentMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, SandboxJson.Default.SandboxPaymentMessage);
}
