using System.Text.Json;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Customers;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.BankTransfer;

/// <summary>
/// A bank does not talk to us: the reference is ours, and a person says what arrived. A refund is a transfer that finance makes; here it
/// counts as given back when it is asked for.
/// </summary>
internal sealed class BankTransferGateway(BankTransferOptions options, PaymentPolicy policy, TimeProvider clock) : IPaymentGateway, IBankTransfers
{
    public PaymentProvider Provider => PaymentProvider.BankTransfer;

    public TimeSpan KeyLifetime => TimeSpan.MaxValue;

    public Task<ProviderIntent> CreateIntentAsync(IntentRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderIntent(TransferReference.Draw(), PaymentStatus.RequiresAction, Action: null));

    public Task<ProviderAnswer> CaptureAsync(PaymentCall call, CancellationToken cancellationToken) =>
        throw new PaymentRefusedException(Provider, "not_arrived", DeclineReason.Other) { IsNotApproved = true };

    public Task<ProviderAnswer?> CancelAsync(PaymentCall call, CancellationToken cancellationToken) => Task.FromResult<ProviderAnswer?>(null);

    public Task<ProviderAnswer> RefundAsync(RefundRequest request, CancellationToken cancellationToken) => Task.FromResult(new ProviderAnswer(Write(
        new TransferMessage(
            request.Reference, request.IdempotencyKey, PaymentEventKind.Refunded, request.Amount.MinorUnits, request.Amount.Currency.Code, clock.GetUtcNow(), null))));

    public Task<ProviderAnswer> FindAsync(PaymentCall call, CancellationToken cancellationToken) =>
        throw new PaymentGatewayException(Provider, "A bank cannot be asked.");

    public ProviderStatement Read(ReadOnlyMemory<byte> body)
    {
        var message = JsonSerializer.Deserialize(body.Span, TransferJson.Default.TransferMessage) ?? throw new JsonException("The message is empty.");
        var amount = new Money(message.AmountMinorUnits, Currency.FromCode(message.Currency));
        var ourRefund = message.Kind is PaymentEventKind.Refunded ? message.Transfer : null;
        return new([message.Reference], [new ProviderEvent(message.Transfer, message.Kind, amount, message.OccurredAt, OurReference: ourRefund)]);
    }

    public ProviderMessage Arrived(Payment payment, Money received, string idempotencyKey, CustomerId confirmedBy)
    {
        var id = $"{payment.Id.Value:N}-{idempotencyKey}";
        return new ProviderMessage(id, Write(new TransferMessage(
            payment.ProviderReference!, id, PaymentEventKind.Captured, received.MinorUnits, received.Currency.Code, clock.GetUtcNow(), confirmedBy.Value)));
    }

    public NextStep? NextStepOf(Payment payment) => payment is { Status: PaymentStatus.RequiresAction, ProviderReference: { } reference }
        ? new NextStep.Transfer(options.Iban, options.Bic, options.Beneficiary, TransferReference.ForPeople(reference), policy.PayBefore(payment))
        : null;

    private static byte[] Write(TransferMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, TransferJson.Default.TransferMessage);
}
