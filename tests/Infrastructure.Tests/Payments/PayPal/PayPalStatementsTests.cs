using System.Text;
using System.Text.Json;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;
using Webox.Infrastructure.Payments.PayPal;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

public sealed class PayPalStatementsTests
{
    private const string Euros = """{"currency_code":"EUR","value":"22.34"}""";

    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Told = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Money Paid = new(2234, Currency.Eur);
    private static readonly Money Nothing = Money.Zero(Currency.Eur);

    [Fact]
    public void An_approved_order_is_known_by_our_key_and_its_id_and_moves_no_money()
    {
        var said = Message("CHECKOUT.ORDER.APPROVED",
            $$"""{"id":"5O190127TN364715T","status":"APPROVED","purchase_units":[{"reference_id":"default","custom_id":"{{PayPalStage.Key}}","amount":{{Euros}}}]}""");

        Assert.Equal([PayPalStage.Key, "5O190127TN364715T"], said.References);
        Assert.Empty(said.Events);
    }

    [Theory]
    [InlineData("PAYMENT.CAPTURE.PENDING", "PENDING", PaymentEventKind.Processing, null)]
    [InlineData("PAYMENT.CAPTURE.DENIED", "DECLINED", PaymentEventKind.Declined, DeclineReason.Other)]
    [InlineData("PAYMENT.CAPTURE.DECLINED", "DECLINED", PaymentEventKind.Declined, DeclineReason.Other)]
    public void A_capture_that_moves_no_money_says_so(string type, string status, PaymentEventKind kind, DeclineReason? reason)
    {
        var said = Message(type, CaptureResource(status));

        Assert.Equal(new ProviderEvent("2GG279541U471931P", kind, Nothing, Told, reason), Assert.Single(said.Events));
    }

    [Fact]
    public void A_capture_has_its_money_its_fee_and_every_name_of_the_payment()
    {
        var said = Message("PAYMENT.CAPTURE.COMPLETED", CaptureResource("COMPLETED"));

        Assert.Equal(
            [PayPalStage.Key, "5O190127TN364715T", "authorization:0AW2184448108334S", "capture:2GG279541U471931P"], said.References);
        Assert.Equal(
            [
                new ProviderEvent("2GG279541U471931P", PaymentEventKind.Captured, Paid, Told),
                new ProviderEvent("fee:2GG279541U471931P", PaymentEventKind.Fee, new Money(96, Currency.Eur), Told),
            ],
            said.Events);
    }

    [Fact]
    public void A_fee_is_in_the_currency_that_is_settled_in()
    {
        var said = Message("PAYMENT.CAPTURE.COMPLETED", CaptureResource("COMPLETED",
            """{"paypal_fee":{"currency_code":"EUR","value":"0.96"},"paypal_fee_in_receivable_currency":{"currency_code":"USD","value":"1.04"}}"""));

        Assert.Equal(new Money(104, Currency.Usd), Assert.Single(said.Events, e => e.Kind is PaymentEventKind.Fee).Amount);
    }

    [Theory]
    [InlineData("SEK", "11.00")]
    [InlineData("EUR", "0.125")]
    public void A_fee_that_cannot_be_counted_holds_no_payment_up(string currency, string value)
    {
        var said = Message("PAYMENT.CAPTURE.COMPLETED", CaptureResource("COMPLETED",
            $$$"""{"paypal_fee":{"value":"{{{value}}}","currency_code":"{{{currency}}}"}}"""));

        Assert.Equal(PaymentEventKind.Captured, Assert.Single(said.Events).Kind);
    }

    [Fact]
    public void A_capture_that_was_refused_by_a_filter_is_suspected_of_fraud()
    {
        var said = Answer(
            $$"""{"id":"2GG","status":"DECLINED","status_details":{"reason":"DECLINED_BY_RISK_FRAUD_FILTERS"},"amount":{{Euros}},"final_capture":true}""");

        Assert.Equal(DeclineReason.SuspectedFraud, Assert.Single(said.Events).DeclineReason);
    }

    [Theory]
    [InlineData("COMPLETED", "2026-01-03T00:00:00Z")]
    [InlineData("PARTIALLY_REFUNDED", "2026-01-02T00:00:00Z")]
    [InlineData("REFUNDED", "2026-01-02T00:00:00Z")]
    public void A_capture_stays_whole_whatever_was_refunded_since(string status, string occurredAt)
    {
        var said = Answer(
            $$"""{"id":"2GG","status":"{{status}}","amount":{{Euros}},"final_capture":true,"create_time":"2026-01-02T00:00:00Z","update_time":"2026-01-03T00:00:00Z"}""");

        Assert.Equal(
            new ProviderEvent("2GG", PaymentEventKind.Captured, Paid, DateTimeOffset.Parse(occurredAt, null)), Assert.Single(said.Events));
    }

    [Theory]
    [InlineData("PAYMENT.AUTHORIZATION.CREATED", "CREATED", PaymentEventKind.Authorized, 2234)]
    [InlineData("PAYMENT.AUTHORIZATION.CREATED", "PENDING", PaymentEventKind.Processing, 0)]
    [InlineData("PAYMENT.AUTHORIZATION.VOIDED", "VOIDED", PaymentEventKind.Canceled, 0)]
    [InlineData("PAYMENT.AUTHORIZATION.VOIDED", "CREATED", PaymentEventKind.Canceled, 0)]
    public void An_authorization_sets_money_aside_or_gives_it_free(string type, string status, PaymentEventKind kind, long minorUnits)
    {
        var said = Message(type, PayPalStage.Authorization(status));

        Assert.Equal(new ProviderEvent("0AW2184448108334S", kind, new Money(minorUnits, Currency.Eur), Told), Assert.Single(said.Events));
        Assert.Equal([PayPalStage.Key, "5O190127TN364715T", "authorization:0AW2184448108334S"], said.References);
    }

    [Theory]
    [InlineData("CAPTURED", PaymentEventKind.Authorized)]
    [InlineData("PARTIALLY_CAPTURED", PaymentEventKind.Authorized)]
    [InlineData("DENIED", PaymentEventKind.Declined)]
    [InlineData("EXPIRED", PaymentEventKind.Canceled)]
    public void An_authorization_tells_how_it_ended(string status, PaymentEventKind kind) =>
        Assert.Equal(kind, Assert.Single(Answer(PayPalStage.Authorization(status)).Events).Kind);

    [Theory]
    [InlineData("COMPLETED", PaymentEventKind.Refunded)]
    [InlineData("PENDING", PaymentEventKind.Refunded)]
    [InlineData("FAILED", PaymentEventKind.RefundFailed)]
    [InlineData("CANCELLED", PaymentEventKind.RefundFailed)]
    public void A_refund_is_its_own_and_found_by_its_capture(string status, PaymentEventKind kind)
    {
        var said = Message("PAYMENT.CAPTURE.REFUNDED", RefundResource(status, PayPalStage.RefundKey));

        Assert.Equal(
            new ProviderEvent("1JU08902781691411", kind, new Money(500, Currency.Eur), Told, OurReference: PayPalStage.RefundKey),
            Assert.Single(said.Events));
        Assert.Equal(["capture:2GG279541U471931P"], said.References);
    }

    [Theory]
    [InlineData("42", new[] { "capture:2GG279541U471931P" })]
    [InlineData(PayPalStage.Key, new[] { PayPalStage.Key, "capture:2GG279541U471931P" })]
    public void A_refund_that_was_made_at_paypal_is_none_of_our_own(string customId, string[] references)
    {
        var said = Message("PAYMENT.CAPTURE.REFUNDED", RefundResource("COMPLETED", customId));

        Assert.Null(Assert.Single(said.Events).OurReference);
        Assert.Equal(references, said.References);
    }

    [Fact]
    public void A_reversal_is_a_chargeback_with_the_id_of_its_refund()
    {
        var said = Message("PAYMENT.CAPTURE.REVERSED", RefundResource("COMPLETED", null));

        Assert.Equal(
            new ProviderEvent("1JU08902781691411", PaymentEventKind.ChargedBack, new Money(500, Currency.Eur), Told), Assert.Single(said.Events));
        Assert.Equal(["capture:2GG279541U471931P"], said.References);
    }

    [Fact]
    public void A_reversal_that_shows_the_capture_has_an_id_of_its_own()
    {
        var said = Message("PAYMENT.CAPTURE.REVERSED", CaptureResource("REFUNDED"));

        Assert.Equal(new ProviderEvent("capture:2GG279541U471931P", PaymentEventKind.ChargedBack, Paid, Told), Assert.Single(said.Events));
    }

    [Theory]
    [InlineData("CUSTOMER.DISPUTE.CREATED", "OPEN", PaymentEventKind.DisputeOpened)]
    [InlineData("CUSTOMER.DISPUTE.UPDATED", "UNDER_REVIEW", PaymentEventKind.DisputeOpened)]
    [InlineData("CUSTOMER.DISPUTE.UPDATED", "RESOLVED", PaymentEventKind.DisputeClosed)]
    [InlineData("CUSTOMER.DISPUTE.RESOLVED", "RESOLVED", PaymentEventKind.DisputeClosed)]
    public void A_dispute_is_about_its_captures_and_moves_no_money(string type, string status, PaymentEventKind kind)
    {
        var said = Message(type,
            $$"""
            {"dispute_id":"PP-000-042-663-135","status":"{{status}}","dispute_amount":{"currency_code":"EUR","value":"3.00"},
            "disputed_transactions":[{"seller_transaction_id":"2GG279541U471931P","custom":"{{PayPalStage.Key}}"},null,{"seller_transaction_id":"3HH"}]}
            """);

        Assert.Equal(new ProviderEvent("PP-000-042-663-135", kind, Nothing, Told), Assert.Single(said.Events));
        Assert.Equal([PayPalStage.Key, "capture:2GG279541U471931P", "capture:3HH"], said.References);
    }

    [Fact]
    public void An_order_tells_everything_that_came_of_it()
    {
        var said = Answer(
            $$"""
            {"id":"5O190127TN364715T","status":"COMPLETED","purchase_units":[{"reference_id":"{{PayPalStage.Key}}","payments":{
              "authorizations":[{{PayPalStage.Authorization("CAPTURED")}}],
              "captures":[{{CaptureResource("PARTIALLY_REFUNDED")}}],
              "refunds":[{{RefundResource("COMPLETED", PayPalStage.RefundKey)}},null]} }]}
            """);

        Assert.Equal(
            [PayPalStage.Key, "5O190127TN364715T", "authorization:0AW2184448108334S", "capture:2GG279541U471931P"], said.References);
        Assert.Equal(
            [PaymentEventKind.Authorized, PaymentEventKind.Captured, PaymentEventKind.Fee, PaymentEventKind.Refunded],
            said.Events.Select(e => e.Kind));
    }

    [Fact]
    public void An_order_is_known_by_its_own_id_not_by_a_link_to_another() =>
        Assert.Equal(
            ["5O190127TN364715T", "capture:2GG"],
            Answer("""
                {"id":"5O190127TN364715T","purchase_units":[{"payments":{"captures":[{"id":"2GG",
                "links":[{"rel":"up","href":"https://api-m.paypal.com/v2/checkout/orders/12645781RH9888226"}]}]}}]}
                """).References);

    [Fact]
    public void A_voided_order_is_canceled() =>
        Assert.Equal(
            new ProviderEvent("5O1", PaymentEventKind.Canceled, Nothing, Told),
            Assert.Single(Answer($$"""{"id":"5O1","status":"VOIDED","intent":"AUTHORIZE","update_time":"2026-01-02T03:04:05Z","purchase_units":[{"amount":{{Euros}}}]}""").Events));

    [Theory]
    [InlineData("SEK")]
    [InlineData("XXX")]
    public void Money_in_a_currency_that_is_not_sold_in_is_none_of_ours(string currency)
    {
        Assert.Same(ProviderStatement.Nothing, Message("PAYMENT.CAPTURE.COMPLETED",
            $$"""{"id":"2GG","status":"COMPLETED","custom_id":"{{PayPalStage.Key}}","amount":{"value":"1.00","currency_code":"{{currency}}"} }"""));
    }

    [Theory]
    [InlineData("""{"event_type":"PAYMENT.SALE.COMPLETED","resource":{"id":"4EU","amount":{"total":"20.00","currency":"USD"}}}""")]
    [InlineData("""{"event_type":"PAYMENT.CAPTURE.COMPLETED"}""")]
    [InlineData("""{"event_type":"PAYMENT.CAPTURE.COMPLETED","resource":[]}""")]
    [InlineData("""{"event_type":null,"resource":{}}""")]
    [InlineData("""{"id":"1","status":"COMPLETED","amount":{"currency_code":"EUR","value":"5.00"},"invoice_id":"INV-42-R1","links":[]}""")]
    [InlineData("{}")]
    public void What_is_about_no_payment_says_nothing(string body) => Assert.Same(ProviderStatement.Nothing, Answer(body));

    [Fact]
    public void A_status_that_is_new_says_nothing_yet()
    {
        var said = Answer($$"""{"id":"2GG","status":"TELEPORTED","amount":{{Euros}},"final_capture":true}""");

        Assert.Empty(said.Events);
        Assert.Equal(["capture:2GG"], said.References);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"event_type\":")]
    [InlineData("""{"event_type":7,"resource":{}}""")]
    [InlineData("""{"event_type":"PAYMENT.CAPTURE.COMPLETED","resource":{"id":7}}""")]
    [InlineData("""{"event_type":"PAYMENT.CAPTURE.COMPLETED","resource":{"id":"\ud83d"}}""")]
    [InlineData("""{"event_type":"PAYMENT.CAPTURE.COMPLETED","resource":{"id":"1","status":"COMPLETED","amount":{"currency_code":"EUR","value":"1.001"}}}""")]
    [InlineData("""{"id":"1","links":"none"}""")]
    public void What_paypal_never_sends_is_no_statement(string body) => Assert.ThrowsAny<JsonException>(() => Answer(body));

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z")]
    [InlineData("2026-01-01T20:04:05-07:00", "2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02T03:04:05.250Z", "2026-01-02T03:04:05.250Z")]
    [InlineData("yesterday", "2026-06-01T00:00:00Z")]
    [InlineData(null, "2026-06-01T00:00:00Z")]
    public void Times_are_universal_and_never_an_obstacle(string? written, string time)
    {
        var member = written is null ? "" : $",\"create_time\":\"{written}\"";
        var happened = Assert.Single(Answer($$"""{"id":"2GG","status":"COMPLETED","amount":{{Euros}},"final_capture":true{{member}}}""").Events);

        Assert.Equal(DateTimeOffset.Parse(time, null), happened.OccurredAt);
        Assert.Equal(TimeSpan.Zero, happened.OccurredAt.Offset);
    }

    private static string CaptureResource(string status, string? breakdown = null) =>
        $$$"""
        {"id":"2GG279541U471931P","status":"{{{status}}}","amount":{{{Euros}}},"custom_id":"{{{PayPalStage.Key}}}","final_capture":true,
        "seller_receivable_breakdown":{{{breakdown ?? """{"gross_amount":{"currency_code":"EUR","value":"22.34"},"paypal_fee":{"currency_code":"EUR","value":"0.96"}}"""}}},
        "supplementary_data":{"related_ids":{"order_id":"5O190127TN364715T","authorization_id":"0AW2184448108334S"} },
        "create_time":"2026-01-02T03:00:00Z","update_time":"2026-01-02T03:01:00Z"}
        """;

    private static string RefundResource(string status, string? customId) =>
        $$"""
        {"id":"1JU08902781691411","status":"{{status}}","amount":{"currency_code":"EUR","value":"5.00"},"custom_id":{{JsonSerializer.Serialize(customId)}},
        "links":[{"rel":"self","href":"https://api-m.paypal.com/v2/payments/refunds/1JU08902781691411"},
        {"rel":"up","href":"https://api-m.paypal.com/v2/payments/captures/2GG279541U471931P"}]}
        """;

    private static ProviderStatement Message(string type, string resource) =>
        Answer($$"""{"id":"WH-1","event_type":"{{type}}","create_time":"2026-01-02T03:04:05.000Z","resource":{{resource}}}""");

    private static ProviderStatement Answer(string body) => PayPalStatements.Read(Encoding.UTF8.GetBytes(body), Now);
}
