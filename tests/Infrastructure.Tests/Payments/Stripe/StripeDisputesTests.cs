using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

public sealed class StripeDisputesTests
{
    [Theory]
    [InlineData("charge.dispute.created", "needs_response")]
    [InlineData("charge.dispute.created", "warning_needs_response")]
    [InlineData("charge.dispute.updated", "under_review")]
    [InlineData("charge.dispute.updated", "warning_under_review")]
    [InlineData("charge.dispute.funds_withdrawn", "needs_response")]
    public void A_dispute_is_open_until_it_has_an_end(string type, string status)
    {
        var statement = StripeSays.Read(StripeSays.Event(type, StripeSays.Dispute(status)));

        Assert.Equal(["pi_1", "ch_1"], statement.References);
        Assert.Equal([Told(PaymentEventKind.DisputeOpened)], statement.Events);
    }

    [Theory]
    [InlineData("charge.dispute.closed", "won")]
    [InlineData("charge.dispute.closed", "warning_closed")]
    [InlineData("charge.dispute.funds_reinstated", "won")]
    [InlineData("charge.dispute.updated", "prevented")]
    public void A_dispute_that_ends_well_costs_nothing(string type, string status) => Assert.Equal(
        [Told(PaymentEventKind.DisputeClosed)], StripeSays.Read(StripeSays.Event(type, StripeSays.Dispute(status))).Events);

    [Theory]
    [InlineData("charge.dispute.closed")]
    [InlineData("charge.dispute.updated")]
    public void A_dispute_that_is_lost_takes_the_money(string type) => Assert.Equal(
        [Told(PaymentEventKind.ChargedBack, 5999), Told(PaymentEventKind.DisputeClosed)],
        StripeSays.Read(StripeSays.Event(type, StripeSays.Dispute("lost"))).Events);

    [Fact]
    public void A_dispute_in_a_currency_that_Webox_does_not_know_is_not_ours() =>
        Assert.Same(ProviderStatement.Nothing, StripeSays.Read(StripeSays.Dispute("lost", "dkk")));

    private static ProviderEvent Told(PaymentEventKind kind, long amount = 0) => new("dp_1", kind, new Money(amount, Currency.Eur), StripeSays.Happened);
}
