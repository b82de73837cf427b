using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

public sealed class PayPalIntentsTests : IDisposable
{
    private const string Create = "POST /v2/checkout/orders";

    private readonly PayPalStage _stage = new();

    [Theory]
    [InlineData(201, "CREATED", "approve")]
    [InlineData(200, "CREATED", "approve")]
    [InlineData(200, "PAYER_ACTION_REQUIRED", "payer-action")]
    [InlineData(200, "APPROVED", "approve")]
    public async Task An_order_waits_for_the_customer_on_paypals_page(int status, string orderStatus, string rel)
    {
        _stage.PayPal.Then(Create, status, Made(orderStatus, rel, "https://www.sandbox.paypal.com/checkoutnow?token=5O190127TN364715T"));

        var intent = await _stage.Gateway.CreateIntentAsync(PayPalStage.Intent(), default);

        Assert.Equal(
            new ProviderIntent(
                PayPalStage.OrderId, PaymentStatus.RequiresAction, "https://www.sandbox.paypal.com/checkoutnow?token=5O190127TN364715T"),
            intent);
    }

    [Theory]
    [InlineData("https://evil.example/checkoutnow?token=1")]
    [InlineData("https://www.paypal.com.evil.example/")]
    [InlineData("https://evil.example\\@www.paypal.com/")]
    [InlineData("https://evilpaypal.com/")]
    [InlineData("http://www.paypal.com/checkoutnow")]
    [InlineData("https://www.paypal.com:8443/checkoutnow")]
    [InlineData("https://user@www.paypal.com/")]
    [InlineData("javascript:alert(1)//www.paypal.com")]
    [InlineData("")]
    public async Task Nobody_is_sent_to_a_page_that_is_not_paypals(string page)
    {
        _stage.PayPal.Then(Create, 201, Made("CREATED", "approve", page.Replace("\\", "\\\\", StringComparison.Ordinal)));

        await Assert.ThrowsAsync<PaymentGatewayException>(() => _stage.Gateway.CreateIntentAsync(PayPalStage.Intent(), default));
    }

    [Fact]
    public async Task The_server_that_stands_in_for_paypal_may_show_a_page_of_its_own()
    {
        using var stage = new PayPalStage(PayPalStage.Options with { Address = new Uri("http://127.0.0.1:4010/") });
        stage.PayPal.Then(Create, 201, Made("CREATED", "approve", "http://127.0.0.1:4011/checkoutnow"));

        var intent = await stage.Gateway.CreateIntentAsync(PayPalStage.Intent(), default);

        Assert.Equal("http://127.0.0.1:4011/checkoutnow", intent.Action);
    }

    [Fact]
    public async Task An_order_that_was_paid_meanwhile_has_no_next_step()
    {
        _stage.PayPal.Then(Create, 200, Made("COMPLETED", "self", "https://api-m.paypal.com/v2/checkout/orders/5O190127TN364715T"));

        var intent = await _stage.Gateway.CreateIntentAsync(PayPalStage.Intent(), default);

        Assert.Equal(new ProviderIntent(PayPalStage.OrderId, PaymentStatus.Processing, null), intent);
    }

    [Theory]
    [InlineData("""{"status":"CREATED"}""")]
    [InlineData("""{"id":7}""")]
    [InlineData("""{"id":"1","links":"none"}""")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task What_is_no_order_is_no_intent(string body)
    {
        _stage.PayPal.Then(Create, 201, body);

        await Assert.ThrowsAsync<PaymentGatewayException>(() => _stage.Gateway.CreateIntentAsync(PayPalStage.Intent(), default));
    }

    public void Dispose() => _stage.Dispose();

    private static string Made(string status, string rel, string page) =>
        $$"""{"id":"{{PayPalStage.OrderId}}","status":"{{status}}","links":[{"href":"x","rel":"self"},null,{"href":"{{page}}","rel":"{{rel}}","method":"GET"}]}""";
}
