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
    public PaymentProvider Provider => PaymentProvider.Sandbox;

    public Task<ProviderIntent> CreateIntentAsync(IntentRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderIntent($"sandbox_{request.IdempotencyKey}", PaymentStatus.RequiresAction));

    public ProviderEvent? ReadEvent(ReadOnlyMemory<byte> body)
    {
        var message = JsonSerializer.Deserialize(body.Span, SandboxJson.Default.SandboxPaymentMessage)
            ?? throw new JsonException("The message is empty.");
        return message.Outcome switch
        {
            SandboxOutcome.Succeed => Event(PaymentEventKind.Captured, message.Charge),
            SandboxOutcome.Decline => Event(PaymentEventKind.Declined, message.Intent, DeclineReason.InsufficientFunds),
            SandboxOutcome.Cancel => Event(PaymentEventKind.Canceled, message.Intent),
            _ => null,
        };

        ProviderEvent Event(PaymentEventKind kind, string providerObject, DeclineReason? declineReason = null) => new(
            message.Intent, providerObject, kind,
            new Money(kind is PaymentEventKind.Captured ? message.AmountMinorUnits : 0, Currency.FromCode(message.Currency)),
            declineReason, message.OccurredAt);
    }

    public SandboxMessage Play(Payment payment, SandboxOutcome outcome)
    {
        var intent = payment.ProviderReference!;
        var message = new SandboxPaymentMessage(
            intent, $"{intent}_charge", outcome, payment.AmountMinorUnits, payment.Currency.Code, clock.GetUtcNow());
        return new SandboxMessage(
            $"{intent}_{outcome}", JsonSerializer.SerializeToUtf8Bytes(message, SandboxJson.Default.SandboxPaymentMessage));
    }
}
