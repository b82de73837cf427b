using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

public sealed class StripeChargesTests
{
    private static readonly Money Price = new(5999, Currency.Eur);

    [Theory]
    [InlineData("""
        ,"captured":true,"amount_captured":5999
        """, 5999)]
    [InlineData("""
        ,"captured":true,"amount_captured":4000
        """, 4000)]
    [InlineData("""
        ,"captured":true
        """, 5999)]
    public void A_captured_charge_is_the_capture_of_its_intent(string more, long captured) => Assert.Equal(
        new ProviderEvent("pi_1", PaymentEventKind.Captured, new Money(captured, Currency.Eur), StripeSays.Happened),
        StripeSays.ReadEvent(StripeSays.Event("charge.succeeded", StripeSays.Charge(more: more))));

    [Fact]
    public void A_charge_that_is_not_captured_is_set_aside() => Assert.Equal(
        new ProviderEvent("pi_1", PaymentEventKind.Authorized, Price, StripeSays.Happened),
        StripeSays.ReadEvent(StripeSays.Event("charge.succeeded", StripeSays.Charge(more: ""","captured":false """))));

    [Fact]
    public void A_charge_that_is_pending_is_processing() => Assert.Equal(
        new ProviderEvent("pi_1", PaymentEventKind.Processing, Money.Zero(Currency.Eur), StripeSays.Happened),
        StripeSays.ReadEvent(StripeSays.Event("charge.pending", StripeSays.Charge("pending"))));

    [Theory]
    [InlineData("""
        ,"failure_code":"card_declined","outcome":{"reason":"lost_card"}
        """, DeclineReason.SuspectedFraud)]
    [InlineData("""
        ,"failure_code":"expired_card","outcome":{"reason":null}
        """, DeclineReason.ExpiredCard)]
    [InlineData("", DeclineReason.Other)]
    public void A_failed_charge_is_the_refused_attempt(string more, DeclineReason reason) => Assert.Equal(
        new ProviderEvent("ch_1", PaymentEventKind.Declined, Money.Zero(Currency.Eur), StripeSays.Happened, reason),
        StripeSays.ReadEvent(StripeSays.Event("charge.failed", StripeSays.Charge("failed", more))));

    [Fact]
    public void A_total_is_said_where_its_refunds_are_not()
    {
        var statement = StripeSays.Read(StripeSays.Event(
            "charge.refunded", StripeSays.Charge(more: ""","captured":true,"amount_captured":5999,"amount_refunded":700 """)));

        Assert.Equal(["pi_1", "ch_1"], statement.References);
        Assert.Equal(
            [
                new ProviderEvent("pi_1", PaymentEventKind.Captured, Price, StripeSays.Made),
                new ProviderEvent("ch_1:700", PaymentEventKind.RefundTotal, new Money(700, Currency.Eur), StripeSays.Happened),
            ],
            statement.Events);
    }

    [Theory]
    [InlineData(500, new[] { PaymentEventKind.Captured, PaymentEventKind.Refunded })]
    [InlineData(700, new[] { PaymentEventKind.Captured, PaymentEventKind.Refunded, PaymentEventKind.RefundTotal })]
    [InlineData(0, new[] { PaymentEventKind.Captured, PaymentEventKind.Refunded })]
    public void Refunds_are_said_one_by_one_and_the_total_where_they_are_not_all(long total, PaymentEventKind[] kinds)
    {
        var charge = StripeSays.Charge(more: $$"""
            ,"captured":true,"amount_captured":5999,"amount_refunded":{{total}},"refunds":{"object":"list","data":[{{StripeSays.Refund()}}]}
            """);

        Assert.Equal(kinds, StripeSays.Read(StripeSays.Event("charge.refunded", charge)).Events.Select(e => e.Kind));
    }

    [Fact]
    public void No_total_is_said_where_nothing_went_back() => Assert.Equal(
        PaymentEventKind.Captured,
        StripeSays.ReadEvent(StripeSays.Charge(more: ""","captured":true,"amount_refunded":0,"refunds":{"data":[]}""")).Kind);

    [Fact]
    public void What_was_let_go_is_not_set_aside_any_more() => Assert.DoesNotContain(
        StripeSays.Read(StripeSays.Event("charge.refunded", StripeSays.Charge(more: ""","captured":false,"amount_refunded":5999 """))).Events,
        e => e.Kind is PaymentEventKind.Authorized or PaymentEventKind.Captured);

    [Fact]
    public void Whoever_tells_of_a_capture_names_the_same_thing()
    {
        string[] told =
        [
            StripeSays.Event("payment_intent.succeeded", StripeSays.Intent("succeeded", ""","amount_received":5999 """)),
            StripeSays.Event("charge.succeeded", StripeSays.Charge(more: ""","captured":true """)),
            StripeSays.Event("charge.captured", StripeSays.Charge(more: ""","captured":true """)
                .Replace("\"pi_1\"", StripeSays.Intent("succeeded"), StringComparison.Ordinal)),
            StripeSays.Event("checkout.session.completed", StripeSays.Session("complete", "paid")),
        ];

        Assert.All(told, message => Assert.Equal(("pi_1", PaymentEventKind.Captured, Price), Told(message)));

        static (string, PaymentEventKind, Money) Told(string message)
        {
            var happened = StripeSays.ReadEvent(message);
            return (happened.ProviderObject, happened.Kind, happened.Amount);
        }
    }

    [Fact]
    public void A_charge_without_an_intent_is_known_by_its_own_id()
    {
        var statement = StripeSays.Read("""
            {"id":"ch_9","object":"charge","status":"succeeded","captured":true,"amount":100,"currency":"usd","created":1767225000,"payment_intent":null,"metadata":{}}
            """);

        Assert.Equal(["ch_9"], statement.References);
        Assert.Equal("ch_9", Assert.Single(statement.Events).ProviderObject);
    }

    [Fact]
    public void A_charge_in_a_currency_that_Webox_does_not_know_is_not_ours() =>
        Assert.Same(ProviderStatement.Nothing, StripeSays.Read(StripeSays.Charge(currency: "dkk")));
}
