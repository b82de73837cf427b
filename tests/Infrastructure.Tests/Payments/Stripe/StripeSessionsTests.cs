using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

public sealed class StripeSessionsTests
{
    private static readonly Money Nothing = Money.Zero(Currency.Eur);

    [Theory]
    [InlineData("checkout.session.completed")]
    [InlineData("checkout.session.async_payment_succeeded")]
    public void A_session_that_is_paid_is_a_capture_even_when_nothing_else_is_heard(string type)
    {
        var statement = StripeSays.Read(StripeSays.Event(type, StripeSays.Session("complete", "paid")));

        Assert.Equal(["webox-1", "pi_1", "cs_test_1"], statement.References);
        Assert.Equal(
            [new ProviderEvent("pi_1", PaymentEventKind.Captured, new Money(5999, Currency.Eur), StripeSays.Happened)], statement.Events);
    }

    [Fact]
    public void A_session_that_is_complete_and_unpaid_never_outweighs_what_its_intent_says()
    {
        var session = StripeSays.ReadEvent(StripeSays.Event("checkout.session.completed", StripeSays.Session("complete")));
        var intent = StripeSays.ReadEvent(StripeSays.Event(
            "payment_intent.amount_capturable_updated", StripeSays.Intent("requires_capture", ""","amount_capturable":5999 """)));

        Assert.Equal(new ProviderEvent("pi_1", PaymentEventKind.Processing, Nothing, StripeSays.Made), session);
        Assert.True(session.OccurredAt < intent.OccurredAt);
    }

    [Fact]
    public void A_session_that_failed_later_is_declined() => Assert.Equal(
        new ProviderEvent("pi_1@1767225600", PaymentEventKind.Declined, Nothing, StripeSays.Happened, DeclineReason.Other),
        StripeSays.ReadEvent(StripeSays.Event("checkout.session.async_payment_failed", StripeSays.Session("complete"))));

    [Theory]
    [InlineData("""
        ,"payment_intent":null
        """, "cs_test_1")]
    [InlineData("""
        ,"payment_intent":"pi_1"
        """, "pi_1")]
    public void A_session_that_expired_is_canceled(string more, string what) => Assert.Equal(
        new ProviderEvent(what, PaymentEventKind.Canceled, Nothing, StripeSays.Happened),
        StripeSays.ReadEvent(StripeSays.Event("checkout.session.expired", StripeSays.Session("expired", more: more))));

    [Fact]
    public void A_session_that_is_open_is_no_event()
    {
        var statement = StripeSays.Read(StripeSays.Session("open", more: ""","payment_intent":null """));

        Assert.Equal(["webox-1", "cs_test_1"], statement.References);
        Assert.Empty(statement.Events);
    }

    [Fact]
    public void A_session_that_was_never_priced_can_still_expire() => Assert.Equal(
        PaymentEventKind.Canceled,
        StripeSays.ReadEvent("""
            {"id":"cs_test_1","object":"checkout.session","status":"expired","payment_status":"unpaid","amount_total":null,"currency":null,"created":1767225000}
            """).Kind);

    [Fact]
    public void An_intent_inside_a_session_speaks_for_itself()
    {
        var intent = StripeSays.Intent("succeeded", ""","amount_received":5999,"latest_charge":"ch_1" """);

        var statement = StripeSays.Read(StripeSays.Session("complete", "paid", $""","payment_intent":{intent}"""));

        Assert.Equal(["webox-1", "pi_1", "cs_test_1", "ch_1"], statement.References);
        Assert.Equal([("pi_1", PaymentEventKind.Captured)], statement.Events.Select(e => (e.ProviderObject, e.Kind)));
    }

    [Fact]
    public void What_a_visitor_chose_as_the_reference_is_not_believed() => Assert.Equal(
        ["cs_test_9"],
        StripeSays.Read("""
            {"id":"cs_test_9","object":"checkout.session","status":"complete","payment_status":"paid","amount_total":100,"currency":"eur"
            ,"created":1767225000,"client_reference_id":"webox-1","payment_intent":null,"metadata":{}}
            """).References);
}
