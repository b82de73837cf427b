using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

public sealed class StripeIntentsTests
{
    private static readonly Money Nothing = Money.Zero(Currency.Eur);

    [Fact]
    public void What_succeeded_was_captured_with_the_id_that_every_message_names()
    {
        var told = StripeSays.Event("payment_intent.succeeded", StripeSays.Intent("succeeded", ""","amount_received":5999,"latest_charge":"ch_1" """));

        var statement = StripeSays.Read(told);

        Assert.Equal(["webox-1", "pi_1", "ch_1"], statement.References);
        Assert.Equal(
            [new ProviderEvent("pi_1", PaymentEventKind.Captured, new Money(5999, Currency.Eur), StripeSays.Happened)], statement.Events);
    }

    [Theory]
    [InlineData("requires_payment_method")]
    [InlineData("requires_confirmation")]
    [InlineData("requires_action")]
    [InlineData("something_new")]
    public void What_waits_for_the_customer_is_no_event(string status)
    {
        var statement = StripeSays.Read(StripeSays.Event("payment_intent.created", StripeSays.Intent(status)));

        Assert.Equal(["webox-1", "pi_1"], statement.References);
        Assert.Empty(statement.Events);
    }

    [Theory]
    [InlineData("payment_intent.amount_capturable_updated")]
    [InlineData("payment_intent.requires_action")]
    public void Money_that_was_set_aside_is_authorized(string type) => Assert.Equal(
        new ProviderEvent("pi_1", PaymentEventKind.Authorized, new Money(5999, Currency.Eur), StripeSays.Happened),
        StripeSays.ReadEvent(StripeSays.Event(type, StripeSays.Intent("requires_capture", ""","amount_capturable":5999 """))));

    [Fact]
    public void Processing_is_said() => Assert.Equal(
        new ProviderEvent("pi_1", PaymentEventKind.Processing, Nothing, StripeSays.Happened),
        StripeSays.ReadEvent(StripeSays.Event("payment_intent.processing", StripeSays.Intent("processing"))));

    [Fact]
    public void Canceled_is_said_with_its_time() => Assert.Equal(
        new ProviderEvent("pi_1", PaymentEventKind.Canceled, Nothing, DateTimeOffset.FromUnixTimeSeconds(1767225300)),
        StripeSays.ReadEvent(StripeSays.Intent("canceled", ""","canceled_at":1767225300 """)));

    [Fact]
    public void A_refusal_is_about_the_attempt_that_failed()
    {
        var told = StripeSays.Event("payment_intent.payment_failed", StripeSays.Intent(
            "requires_payment_method", """
                ,"last_payment_error":{"type":"card_error","code":"card_declined","decline_code":"insufficient_funds","charge":"ch_7"}
                """));

        var statement = StripeSays.Read(told);

        Assert.Equal(["webox-1", "pi_1", "ch_7"], statement.References);
        Assert.Equal(
            [new ProviderEvent("ch_7", PaymentEventKind.Declined, Nothing, StripeSays.Happened, DeclineReason.InsufficientFunds)], statement.Events);
    }

    [Theory]
    [InlineData("""
        ,"last_payment_error":{"type":"card_error","code":"expired_card"},"latest_charge":"ch_7"
        """, "ch_7", DeclineReason.ExpiredCard)]
    [InlineData("""
        ,"last_payment_error":{"type":"invalid_request_error","code":"payment_intent_authentication_failure"}
        """, "pi_1@1767225600", DeclineReason.Other)]
    [InlineData("", "pi_1@1767225600", DeclineReason.Other)]
    public void A_refusal_without_a_charge_is_told_apart_by_its_time(string more, string attempt, DeclineReason reason) => Assert.Equal(
        new ProviderEvent(attempt, PaymentEventKind.Declined, Nothing, StripeSays.Happened, reason),
        StripeSays.ReadEvent(StripeSays.Event("payment_intent.payment_failed", StripeSays.Intent("requires_payment_method", more))));

    [Fact]
    public void An_error_of_a_request_is_no_refusal() => Assert.Empty(
        StripeSays.Read(StripeSays.Intent("requires_payment_method", ""","last_payment_error":{"type":"idempotency_error"}""")).Events);

    [Fact]
    public void An_answer_with_its_charge_says_the_refunds_and_the_fee_too()
    {
        var charge = StripeSays.Charge(more: $$"""
            ,"captured":true,"amount_captured":5999,"amount_refunded":500
            ,"refunds":{"object":"list","has_more":false,"data":[{{StripeSays.Refund(more: ""","metadata":{"webox_refund":"webox-refund-1"}""")}}]}
            ,"balance_transaction":{"id":"txn_1","object":"balance_transaction","fee":145,"currency":"usd","created":1767225001}
            """);

        var statement = StripeSays.Read(StripeSays.Intent("succeeded", $""","amount_received":5999,"latest_charge":{charge}"""));

        var captured = DateTimeOffset.FromUnixTimeSeconds(1767225001);
        Assert.Equal(["webox-1", "pi_1", "ch_1"], statement.References);
        Assert.Equal(
            [
                new ProviderEvent("pi_1", PaymentEventKind.Captured, new Money(5999, Currency.Eur), captured),
                new ProviderEvent("re_1", PaymentEventKind.Refunded, new Money(500, Currency.Eur), StripeSays.Made, OurReference: "webox-refund-1"),
                new ProviderEvent("txn_1", PaymentEventKind.Fee, new Money(145, Currency.Usd), captured),
            ],
            statement.Events);
    }

    [Fact]
    public void A_fee_in_a_currency_that_Webox_does_not_know_is_left_out_and_the_payment_is_not() => Assert.Equal(
        PaymentEventKind.Captured,
        StripeSays.ReadEvent(StripeSays.Intent("succeeded", $$"""
            ,"amount_received":5999,"latest_charge":{{StripeSays.Charge(more: """
                ,"captured":true,"balance_transaction":{"id":"txn_1","fee":1080,"currency":"dkk","created":1767225001}
                """)}}
            """)).Kind);

    [Theory]
    [InlineData("succeeded")]
    [InlineData("requires_payment_method")]
    [InlineData("canceled")]
    public void A_payment_in_a_currency_that_Webox_does_not_know_is_not_ours(string status) => Assert.Same(
        ProviderStatement.Nothing, StripeSays.Read(StripeSays.Event("payment_intent.x", StripeSays.Intent(status, currency: "dkk"))));

    [Theory]
    [InlineData("jpy")]
    [InlineData("kwd")]
    public void Every_currency_keeps_its_minor_units(string currency) => Assert.Equal(
        new Money(5990, Currency.FromCode(currency.ToUpperInvariant())),
        StripeSays.ReadEvent(StripeSays.Intent("succeeded", ""","amount_received":5990 """, currency)).Amount);
}
