using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;
using Webox.Infrastructure.Payments.Sandbox;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Payments.Sandbox;

public sealed class SandboxGatewayTests
{
    private static readonly IntentRequest Request = new(
        "webox-1", new Money(5999, Currency.Eur), "W-2026-00000000", "ada@example.com", new Uri("https://shop.example/"), PaymentFlow.Embedded,
        CapturesLater: false, CustomerReference: null);

    private readonly SandboxGateway _gateway = new(new ManualClock());

    [Fact]
    public async Task The_same_key_gives_the_same_intent()
    {
        var first = await _gateway.CreateIntentAsync(Request, default);

        Assert.Equal(new ProviderIntent("sandbox_webox-1", PaymentStatus.RequiresAction, null), first);
        Assert.Equal(first, await _gateway.CreateIntentAsync(Request, default));
    }

    [Theory]
    [InlineData(SandboxOutcome.Succeed, PaymentEventKind.Captured, "_charge", 5999, null)]
    [InlineData(SandboxOutcome.Decline, PaymentEventKind.Declined, "", 0, DeclineReason.InsufficientFunds)]
    [InlineData(SandboxOutcome.Cancel, PaymentEventKind.Canceled, "", 0, null)]
    [InlineData(SandboxOutcome.Process, PaymentEventKind.Processing, "", 0, null)]
    [InlineData(SandboxOutcome.Authorize, PaymentEventKind.Authorized, "", 5999, null)]
    [InlineData(SandboxOutcome.DeclineExpiredCard, PaymentEventKind.Declined, "", 0, DeclineReason.ExpiredCard)]
    [InlineData(SandboxOutcome.DeclineIncorrectDetails, PaymentEventKind.Declined, "", 0, DeclineReason.IncorrectDetails)]
    [InlineData(SandboxOutcome.DeclineSuspectedFraud, PaymentEventKind.Declined, "", 0, DeclineReason.SuspectedFraud)]
    [InlineData(SandboxOutcome.SucceedWithWrongAmount, PaymentEventKind.Captured, "_charge", 5998, null)]
    [InlineData(SandboxOutcome.Dispute, PaymentEventKind.DisputeOpened, "_dispute", 5999, null)]
    [InlineData(SandboxOutcome.WinDispute, PaymentEventKind.DisputeClosed, "_dispute", 0, null)]
    public async Task What_it_plays_it_can_read(SandboxOutcome outcome, PaymentEventKind kind, string suffix, long cents, DeclineReason? reason)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(4999), 1));
        var payment = await webox.StartPaymentAsync(null, order);

        var message = _gateway.Play(payment, outcome);

        var intent = payment.ProviderReference!;
        var statement = _gateway.Read(message.Body);
        Assert.Equal(intent, statement.References[0]);
        Assert.Equal([new ProviderEvent(intent + suffix, kind, new Money(cents, Currency.Eur), new ManualClock().GetUtcNow(), reason)], statement.Events);
        Assert.Equal($"{intent}{suffix}_{outcome}", message.EventId);
    }
}
