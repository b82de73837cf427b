using Webox.Application.Payments;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Payments;

public sealed class CapturePaymentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Money_that_is_set_aside_is_captured_by_finance_once(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind, ("WEBOX_PAYMENT_CAPTURE", "manual"));
        await using var webox = opened;
        var finance = await webox.GivenCustomerAsync("finance@example.com", Role.Finance);
        var (order, payment) = await GivenAuthorizedAsync(webox);

        var captured = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => CaptureAsync(webox, finance, payment)));

        Assert.All(captured, one => Assert.Equal(PaymentStatus.Succeeded, one.Status));
        Assert.Equal(12000, gateway.Moved.Sum(moved => moved.Amount));
        Assert.Equal(OrderStatus.Paid, (await webox.ReloadAsync(order)).Status);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Customers_cannot_capture_what_the_shop_set_aside_and_nobody_is_asked(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind, ("WEBOX_PAYMENT_CAPTURE", "manual"));
        await using var webox = opened;
        var (_, payment) = await GivenAuthorizedAsync(webox);

        var refusal = await Assert.ThrowsAsync<PaymentNotCapturableException>(() => CaptureAsync(webox, null, payment));

        Assert.Equal((PaymentStatus.RequiresCapture, 0), (refusal.Status, gateway.Moved.Count));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_order_waits_for_money_that_is_set_aside(DatabaseKind kind)
    {
        var (opened, _) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var (order, _) = await GivenAuthorizedAsync(webox);

        Assert.Equal(webox.Clock.GetUtcNow() + TimeSpan.FromDays(7), (await webox.ReloadAsync(order)).ExpiresAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_captured_for_an_order_that_was_canceled(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var ada = await webox.GivenCustomerAsync();
        var order = await webox.GivenOrderAsync(ada, (await webox.GivenProductAsync(10000), 1));
        var payment = await webox.StartWithStripeAsync(order, ada);
        await webox.ReceiveAsync("evt_1", new Message(payment.ProviderReference!, "au_1", PaymentEventKind.Authorized, 12000));
        await webox.RunAsync<Application.Orders.CancelOrder>(ada, cancel => cancel.ExecuteAsync(order.Id, default));

        await Assert.ThrowsAsync<PaymentNotCapturableException>(() => CaptureAsync(webox, ada, payment));

        Assert.Empty(gateway.Moved);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_nobody_approved_cannot_be_captured_and_someone_elses_is_not_found(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var (ada, eve) = (await webox.GivenCustomerAsync(), await webox.GivenCustomerAsync("eve@example.com"));
        var order = await webox.GivenOrderAsync(ada, (await webox.GivenProductAsync(10000), 1));
        var payment = await webox.StartWithStripeAsync(order, ada);

        await Assert.ThrowsAsync<PaymentNotCapturableException>(() => CaptureAsync(webox, ada, payment));
        await Assert.ThrowsAsync<PaymentNotFoundException>(() => CaptureAsync(webox, eve, payment));

        Assert.Empty(gateway.Moved);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_provider_that_declines_the_capture_declines_the_payment(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var (order, payment) = await GivenAuthorizedAsync(webox);

        gateway.Refusal = new PaymentRefusedException(PaymentProvider.Stripe, "expired_card", DeclineReason.ExpiredCard);
        var declined = await CaptureAsync(webox, null, payment);

        Assert.Equal((PaymentStatus.Declined, DeclineReason.ExpiredCard), (declined.Status, declined.DeclineReason));
        Assert.Equal(OrderStatus.AwaitingPayment, (await webox.ReloadAsync(order)).Status);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    private static async Task<(Order, Payment)> GivenAuthorizedAsync(TestWebox webox)
    {
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(10000), 1));
        var payment = await webox.StartWithStripeAsync(order);
        await webox.ReceiveAsync("evt_1", new Message(payment.ProviderReference!, "au_1", PaymentEventKind.Authorized, 12000));
        return (order, payment);
    }

    private static Task<Payment> CaptureAsync(TestWebox webox, Customer? customer, Payment payment) =>
        webox.RunAsync<CapturePayment, Payment>(customer, capture => capture.ExecuteAsync(payment.Id, "capture-1", default));
}
