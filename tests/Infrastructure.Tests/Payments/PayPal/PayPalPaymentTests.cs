using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.Infrastructure.Payments.PayPal;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

/// <summary>The whole way of a payment, from the use cases to PayPal's address and back.</summary>
public sealed class PayPalPaymentTests
{
    private const string Order = PayPalStage.OrderId;

    [Fact]
    public async Task A_customer_approves_pays_and_gets_a_part_back_and_what_is_told_twice_counts_once()
    {
        var paypal = new ScriptedPayPal();
        await using var webox = await OpenAsync(paypal);
        var gateway = webox.Services.GetRequiredService<PaymentGateways>().For(PaymentProvider.Paypal);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(2234), 1));

        paypal.Then("POST /v2/checkout/orders", 201, Made);
        var payment = await StartAsync(webox, order);
        Assert.Equal(PaymentStatus.RequiresAction, payment.Status);
        Assert.Equal(
            new NextStep.Redirect(new Uri($"https://www.sandbox.paypal.com/checkoutnow?token={Order}"), Order), gateway.NextStepOf(payment));

        paypal.Then($"POST /v2/checkout/orders/{Order}/capture", 422, PayPalStage.Error("ORDER_NOT_APPROVED"));
        await Assert.ThrowsAsync<PaymentNotCapturableException>(() => CaptureAsync(webox, payment));

        paypal.Then($"POST /v2/checkout/orders/{Order}/capture", 201, Captured(payment));
        payment = await CaptureAsync(webox, payment);
        Assert.Equal((PaymentStatus.Succeeded, order.Total), (payment.Status, payment.Captured));
        Assert.Null(gateway.NextStepOf(payment));

        await TellAsync(webox, "WH-1", "PAYMENT.CAPTURE.COMPLETED", Capture(payment));
        paypal.Then("POST /v2/payments/captures/2GG/refund", _ => Task.FromResult(ScriptedPayPal.Reply(201, Refunded(Sent(paypal)))));
        var refund = await webox.RunAsync<RefundPayment, Refund>(null, use => use.ExecuteAsync(payment.Id, 500, [], "Sorry", "refund-1", default));
        Assert.Equal((RefundStatus.Succeeded, "1JU"), (refund.Status, refund.ProviderReference));

        await TellAsync(webox, "WH-2", "PAYMENT.CAPTURE.REFUNDED", Refunded(refund.ProviderIdempotencyKey));
        Assert.Equal((500, 1), await RefundsAsync(webox, payment));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Fact]
    public async Task News_finds_its_payment_by_our_key_when_the_answer_to_our_request_was_lost()
    {
        var paypal = new ScriptedPayPal { Otherwise = sent => sent.Name == ScriptedPayPal.TokenRequest ? null : ScriptedPayPal.Reply(429, "{}") };
        await using var webox = await OpenAsync(paypal);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(2234), 1));
        await Assert.ThrowsAsync<PaymentProviderUnavailableException>(() => StartAsync(webox, order));
        await using var db = webox.OpenDb();
        var payment = await db.Payments.AsNoTracking().SingleAsync();

        await TellAsync(webox, "WH-1", "PAYMENT.CAPTURE.COMPLETED", Capture(payment));

        Assert.Equal(OrderStatus.Paid, (await webox.ReloadAsync(order)).Status);
    }

    [Fact]
    public async Task A_declined_customer_may_go_back_to_paypal()
    {
        var paypal = new ScriptedPayPal();
        await using var webox = await OpenAsync(paypal);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(2234), 1));
        paypal.Then("POST /v2/checkout/orders", 201, Made)
            .Then($"POST /v2/checkout/orders/{Order}/capture", 422, PayPalStage.Error("INSTRUMENT_DECLINED"));

        var payment = await CaptureAsync(webox, await StartAsync(webox, order));

        Assert.Equal((PaymentStatus.Declined, DeclineReason.Other), (payment.Status, payment.DeclineReason));
        Assert.IsType<NextStep.Redirect>(webox.Services.GetRequiredService<PaymentGateways>().For(PaymentProvider.Paypal).NextStepOf(payment));
    }

    private static string Made =>
        $$"""{"id":"{{Order}}","status":"PAYER_ACTION_REQUIRED","links":[{"rel":"payer-action","href":"https://www.sandbox.paypal.com/checkoutnow?token={{Order}}"}]}""";

    private static string Capture(Payment payment) =>
        $$$"""
        {"id":"2GG","status":"COMPLETED","amount":{"currency_code":"EUR","value":"{{{payment.Amount.ToDecimalString()}}}"},
        "custom_id":"{{{payment.ProviderIdempotencyKey}}}","final_capture":true,"create_time":"2026-01-02T03:04:06Z",
        "seller_receivable_breakdown":{"paypal_fee":{"currency_code":"EUR","value":"1.13"}},"supplementary_data":{"related_ids":{"order_id":"{{{Order}}}"} } }
        """;

    private static string Captured(Payment payment) =>
        $$$"""{"id":"{{{Order}}}","status":"COMPLETED","purchase_units":[{"payments":{"captures":[{{{Capture(payment)}}}]}}]}""";

    private static string Refunded(string key) =>
        $$"""
        {"id":"1JU","status":"COMPLETED","amount":{"currency_code":"EUR","value":"5.00"},"custom_id":"{{key}}",
        "links":[{"rel":"self","href":"https://api-m.paypal.com/v2/payments/refunds/1JU"},{"rel":"up","href":"https://api-m.paypal.com/v2/payments/captures/2GG"}]}
        """;

    /// <summary>The key in the last request.</summary>
    private static string Sent(ScriptedPayPal paypal)
    {
        using var body = JsonDocument.Parse(paypal.Calls[^1].Body);
        return body.RootElement.GetProperty("custom_id").GetString()!;
    }

    private static Task<TestWebox> OpenAsync(ScriptedPayPal paypal) => TestWebox.OpenAsync(
        DatabaseKind.Sqlite,
        configure: services => services.AddSingleton<IPaymentGateway>(provider =>
        {
            var clock = provider.GetRequiredService<TimeProvider>();
            return new PayPalGateway(
                PayPalStage.Options, new PayPalClient(PayPalStage.Options, new PayPalHttp(new HttpClient(paypal), clock), clock), clock);
        }));

    private static Task<Payment> StartAsync(TestWebox webox, Order order) => webox.RunAsync<StartPayment, Payment>(null, use => use.ExecuteAsync(
        order.Id, PaymentProvider.Paypal, PaymentFlow.Redirect, new Uri("https://shop.example/thanks"), "payment-1", default));

    private static Task<Payment> CaptureAsync(TestWebox webox, Payment payment) =>
        webox.RunAsync<CapturePayment, Payment>(null, use => use.ExecuteAsync(payment.Id, "capture-1", default));

    private static Task TellAsync(TestWebox webox, string id, string type, string resource) => webox.RunAsync<ReceivePaymentEvent>(
        null,
        use => use.ExecuteAsync(
            PaymentProvider.Paypal, id,
            Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","event_type":"{{type}}","create_time":"2026-01-02T03:04:07Z","resource":{{resource}}}"""), default));

    private static async Task<(long MinorUnits, int Refunds)> RefundsAsync(TestWebox webox, Payment payment)
    {
        await using var db = webox.OpenDb();
        return (
            await db.Payments.Where(p => p.Id == payment.Id).Select(p => p.RefundedMinorUnits).SingleAsync(),
            await db.Refunds.CountAsync(r => r.PaymentId == payment.Id));
    }
}
