using System.Text.Json;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

public sealed class PayPalGatewayTests : IDisposable
{
    private const string Capture = $"POST /v2/checkout/orders/{PayPalStage.OrderId}/capture";
    private const string Authorize = $"POST /v2/checkout/orders/{PayPalStage.OrderId}/authorize";
    private const string Get = $"GET /v2/checkout/orders/{PayPalStage.OrderId}";
    private const string Authorization = "/v2/payments/authorizations/0AW2184448108334S";
    private const string Refund = "POST /v2/payments/captures/2GG279541U471931P/refund";

    private readonly PayPalStage _stage = new();

    [Fact]
    public async Task An_approved_order_is_captured_with_the_key_of_the_call()
    {
        _stage.PayPal.Then(Capture, 201, PayPalStage.CapturedOrder());

        var said = _stage.Gateway.Read((await _stage.Gateway.CaptureAsync(PayPalStage.Call("capture"), default)).Body);

        Assert.Equal(
            new ProviderEvent(
                "2GG279541U471931P", PaymentEventKind.Captured, new Money(2234, Currency.Eur), new DateTimeOffset(2026, 1, 2, 3, 4, 1, TimeSpan.Zero)),
            Assert.Single(said.Events));
        Assert.Equal([PayPalStage.Key, PayPalStage.OrderId, "capture:2GG279541U471931P"], said.References);
        var sent = Assert.Single(_stage.PayPal.Calls);
        Assert.Equal(($"{PayPalStage.Key}-capture", "return=representation", "application/json", ""),
            (sent.Header("PayPal-Request-Id"), sent.Header("Prefer"), sent.Header("Content-Type"), sent.Body));
    }

    [Fact]
    public async Task Money_that_is_captured_later_is_set_aside_first()
    {
        _stage.PayPal.Then(Authorize, 201, PayPalStage.AuthorizedOrder());

        var said = _stage.Gateway.Read((await _stage.Gateway.CaptureAsync(PayPalStage.Call("authorize", capturesLater: true), default)).Body);

        Assert.Equal(("0AW2184448108334S", PaymentEventKind.Authorized), Assert.Single(said.Events.Select(e => (e.ProviderObject, e.Kind))));
        Assert.Equal([PayPalStage.Key, PayPalStage.OrderId, "authorization:0AW2184448108334S"], said.References);
    }

    [Fact]
    public async Task Money_that_was_set_aside_is_captured_whole()
    {
        _stage.PayPal.Then($"POST {Authorization}/capture", 201,
            """
            {"id":"2GG279541U471931P","status":"COMPLETED","amount":{"currency_code":"EUR","value":"22.34"},"final_capture":true,
            "links":[{"rel":"up","href":"https://api-m.paypal.com/v2/payments/authorizations/0AW2184448108334S"}]}
            """);

        var said = _stage.Gateway.Read((await CaptureAuthorizationAsync()).Body);

        Assert.Equal(PaymentEventKind.Captured, Assert.Single(said.Events).Kind);
        Assert.Equal(["authorization:0AW2184448108334S", "capture:2GG279541U471931P"], said.References);
        Assert.Equal("""{"final_capture":true}""", Assert.Single(_stage.PayPal.Calls).Body);
    }

    [Fact]
    public async Task An_answer_that_says_too_little_is_followed_by_a_question()
    {
        _stage.PayPal
            .Then($"POST {Authorization}/capture", 201, """{"id":"2GG279541U471931P","status":"COMPLETED"}""")
            .Then(Get, 200, PayPalStage.CapturedOrder());

        var answer = await CaptureAuthorizationAsync();

        Assert.Equal(PaymentEventKind.Captured, Assert.Single(_stage.Gateway.Read(answer.Body).Events).Kind);
    }

    [Theory]
    [InlineData("ORDER_ALREADY_CAPTURED")]
    [InlineData("ORDER_ALREADY_AUTHORIZED")]
    [InlineData("AUTHORIZATION_ALREADY_CAPTURED")]
    public async Task What_was_done_before_is_looked_up(string issue)
    {
        _stage.PayPal.Then(Capture, 422, PayPalStage.Error(issue)).Then(Get, 200, PayPalStage.CapturedOrder());

        var answer = await _stage.Gateway.CaptureAsync(PayPalStage.Call("capture"), default);

        Assert.Equal(PaymentEventKind.Captured, Assert.Single(_stage.Gateway.Read(answer.Body).Events).Kind);
    }

    [Fact]
    public async Task An_order_without_an_authorization_cannot_be_canceled()
    {
        Assert.Null(await _stage.Gateway.CancelAsync(PayPalStage.Call("cancel"), default));
        Assert.Empty(_stage.PayPal.Sent);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task An_authorization_is_voided(int status)
    {
        _stage.PayPal.Then($"POST {Authorization}/void", status, status == 200 ? PayPalStage.Authorization("VOIDED") : "");
        if (status == 204)
        {
            _stage.PayPal.Then($"GET {Authorization}", 200, PayPalStage.Authorization("VOIDED"));
        }

        var answer = await _stage.Gateway.CancelAsync(PayPalStage.Call("cancel", true, "authorization:0AW2184448108334S"), default);

        AssertCanceled(answer);
        Assert.Equal($"{PayPalStage.Key}-cancel", _stage.PayPal.Calls[0].Header("PayPal-Request-Id"));
    }

    [Fact]
    public async Task An_authorization_that_nobody_here_heard_of_is_voided_too()
    {
        _stage.PayPal.Then(Get, 200, PayPalStage.AuthorizedOrder()).Then($"POST {Authorization}/void", 200, PayPalStage.Authorization("VOIDED"));

        AssertCanceled(await _stage.Gateway.CancelAsync(PayPalStage.Call("cancel", capturesLater: true), default));
    }

    [Theory]
    [InlineData(200, """{"id":"5O190127TN364715T","status":"APPROVED","intent":"AUTHORIZE"}""")]
    [InlineData(404, """{"name":"RESOURCE_NOT_FOUND","details":[{"issue":"INVALID_RESOURCE_ID"}]}""")]
    public async Task Where_nothing_was_set_aside_there_is_nothing_to_void(int status, string body)
    {
        _stage.PayPal.Then(Get, status, body);

        Assert.Null(await _stage.Gateway.CancelAsync(PayPalStage.Call("cancel", capturesLater: true), default));
    }

    [Fact]
    public async Task An_authorization_that_was_voided_before_is_canceled()
    {
        _stage.PayPal
            .Then($"POST {Authorization}/void", 422, PayPalStage.Error("PREVIOUSLY_VOIDED"))
            .Then($"GET {Authorization}", 200, PayPalStage.Authorization("VOIDED"));

        AssertCanceled(await _stage.Gateway.CancelAsync(PayPalStage.Call("cancel", true, "authorization:0AW2184448108334S"), default));
    }

    [Fact]
    public async Task What_was_captured_before_its_cancellation_is_told()
    {
        _stage.PayPal
            .Then($"POST {Authorization}/void", 422, PayPalStage.Error("PREVIOUSLY_CAPTURED"))
            .Then(Get, 200, PayPalStage.CapturedOrder());

        var answer = await _stage.Gateway.CancelAsync(PayPalStage.Call("cancel", true, "authorization:0AW2184448108334S"), default);

        Assert.Equal(PaymentEventKind.Captured, Assert.Single(_stage.Gateway.Read(answer!.Body).Events).Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refund_always_names_its_amount(bool isWhole)
    {
        _stage.PayPal.Then(Refund, 201, Refunded());

        var said = _stage.Gateway.Read((await _stage.Gateway.RefundAsync(PayPalStage.Refund(isWhole: isWhole), default)).Body);

        var happened = Assert.Single(said.Events);
        Assert.Equal(
            ("1JU08902781691411", PaymentEventKind.Refunded, new Money(500, Currency.Eur), PayPalStage.RefundKey),
            (happened.ProviderObject, happened.Kind, happened.Amount, happened.OurReference));
        Assert.Equal(["capture:2GG279541U471931P"], said.References);
        var sent = Assert.Single(_stage.PayPal.Calls);
        Assert.Equal(PayPalStage.RefundKey, sent.Header("PayPal-Request-Id"));
        Assert.Equal(
            $$"""{"amount":{"currency_code":"EUR","value":"5.00"},"custom_id":"{{PayPalStage.RefundKey}}","invoice_id":"W-2026-00000042-fedcba987654","note_to_payer":"Sorry"}""",
            sent.Body);
    }

    [Fact]
    public async Task A_payment_is_found_by_its_order()
    {
        _stage.PayPal.Then(Get, 200, PayPalStage.CapturedOrder("PARTIALLY_REFUNDED"));

        var answer = await _stage.Gateway.FindAsync(PayPalStage.Call("find"), default);

        Assert.Equal(new Money(2234, Currency.Eur), Assert.Single(_stage.Gateway.Read(answer.Body).Events).Amount);
        Assert.Null(Assert.Single(_stage.PayPal.Calls).Header("PayPal-Request-Id"));
    }

    [Theory]
    [InlineData("capture:2GG279541U471931P", "GET /v2/payments/captures/2GG279541U471931P")]
    [InlineData("authorization:0AW2184448108334S", "GET /v2/payments/authorizations/0AW2184448108334S")]
    public async Task An_order_that_paypal_forgot_is_found_by_what_came_of_it(string reference, string request)
    {
        _stage.PayPal.Then(Get, 404, PayPalStage.Error("INVALID_RESOURCE_ID", "RESOURCE_NOT_FOUND")).Then(request, 200, """{"id":"1"}""");

        var answer = await _stage.Gateway.FindAsync(PayPalStage.Call("find", true, reference), default);

        Assert.Equal("""{"id":"1"}"""u8.ToArray(), answer.Body.ToArray());
    }

    [Fact]
    public async Task An_order_that_was_never_approved_and_is_gone_is_refused()
    {
        _stage.PayPal.Then(Get, 404, PayPalStage.Error("INVALID_RESOURCE_ID", "RESOURCE_NOT_FOUND"));

        var refusal = await Assert.ThrowsAsync<PaymentRefusedException>(() => _stage.Gateway.FindAsync(PayPalStage.Call("find"), default));

        Assert.Equal("INVALID_RESOURCE_ID", refusal.Code);
    }

    [Fact]
    public async Task An_id_stays_one_segment_of_the_address()
    {
        _stage.PayPal.Otherwise = sent => sent.Name == ScriptedPayPal.TokenRequest ? null : ScriptedPayPal.Reply(200, "{}");

        await _stage.Gateway.FindAsync(new PaymentCall("k", "a/../b?c#d", [], false), default);

        Assert.Equal("/v2/checkout/orders/a%2F..%2Fb%3Fc%23d", Assert.Single(_stage.PayPal.Calls).Address.AbsolutePath);
    }

    public void Dispose() => _stage.Dispose();

    private static string Refunded() =>
        $$"""
        {"id":"1JU08902781691411","status":"COMPLETED","amount":{"currency_code":"EUR","value":"5.00"},"custom_id":"{{PayPalStage.RefundKey}}",
        "links":[{"rel":"self","href":"https://api-m.paypal.com/v2/payments/refunds/1JU08902781691411"},
        {"rel":"up","href":"https://api-m.paypal.com/v2/payments/captures/2GG279541U471931P"}]}
        """;

    private Task<ProviderAnswer> CaptureAuthorizationAsync() =>
        _stage.Gateway.CaptureAsync(PayPalStage.Call("capture", true, "authorization:0AW2184448108334S"), default);

    private void AssertCanceled(ProviderAnswer? answer)
    {
        var happened = Assert.Single(_stage.Gateway.Read(answer!.Body).Events);
        Assert.Equal(("0AW2184448108334S", PaymentEventKind.Canceled, 0L), (happened.ProviderObject, happened.Kind, happened.Amount.MinorUnits));
    }
}
