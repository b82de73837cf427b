using Microsoft.EntityFrameworkCore;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Payments;

public sealed class StartPaymentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task It_collects_the_total_and_waits_for_the_customer(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(4999), 1));

        var payment = await webox.StartPaymentAsync(null, order);

        Assert.Equal((PaymentStatus.RequiresAction, 5999L), (payment.Status, payment.AmountMinorUnits));
        Assert.Equal($"sandbox_{payment.ProviderIdempotencyKey}", payment.ProviderReference);
        var stored = await webox.ReloadAsync(order);
        Assert.Equal((OrderStatus.AwaitingPayment, 3), (stored.Status, stored.Version));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_key_gives_the_same_payment_even_at_the_same_time_and_after_it_was_paid(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));

        var payments = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => webox.StartPaymentAsync(null, order)));
        await webox.ConfirmAsync(null, payments[0]);
        var again = await webox.StartPaymentAsync(null, order);

        Assert.Single(payments.Select(payment => payment.Id).Distinct());
        Assert.Equal((payments[0].Id, PaymentStatus.Succeeded), (again.Id, again.Status));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_key_with_another_request_is_refused_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));
        await webox.StartPaymentAsync(null, order);

        await Assert.ThrowsAsync<IdempotencyKeyReusedException>(() => StartAsync(webox, null, order.Id, "https://elsewhere.example/", "key-1"));

        Assert.Equal(1, await CountAsync(webox));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_customers_key_for_another_order_is_refused_and_guests_do_not_meet(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var product = await webox.GivenProductAsync();
        var (first, second) = (await webox.GivenOrderAsync(ada, (product, 1)), await webox.GivenOrderAsync(ada, (product, 1)));
        await webox.StartPaymentAsync(ada, first);

        await Assert.ThrowsAsync<IdempotencyKeyReusedException>(() => webox.StartPaymentAsync(ada, second));
        Assert.Equal(1, await CountAsync(webox));

        await webox.StartPaymentAsync(null, await webox.GivenOrderAsync(null, (product, 1)));
        await webox.StartPaymentAsync(null, await webox.GivenOrderAsync(null, (product, 1)));
        Assert.Equal(3, await CountAsync(webox));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_crash_before_the_providers_answer_is_repaired_by_repeating(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));

        gateway.IsDown = true;
        var refusal = await Assert.ThrowsAsync<PaymentProviderUnavailableException>(() => webox.StartWithStripeAsync(order));
        gateway.IsDown = false;
        var payment = await webox.StartWithStripeAsync(order);

        Assert.Equal(PaymentProvider.Stripe, refusal.Provider);
        Assert.Equal(("pi_1", PaymentStatus.RequiresAction), (payment.ProviderReference, payment.Status));
        Assert.Equal([payment.ProviderIdempotencyKey, payment.ProviderIdempotencyKey], gateway.Keys);
        Assert.Equal(1, await CountAsync(webox));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_provider_that_is_not_configured_is_unavailable_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));

        await Assert.ThrowsAsync<PaymentProviderUnavailableException>(() => webox.StartWithStripeAsync(order));

        Assert.Equal((0, 1), (await CountAsync(webox), (await webox.ReloadAsync(order)).Version));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_order_that_does_not_await_payment_is_refused_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));
        await webox.ConfirmAsync(null, await webox.StartPaymentAsync(null, order));

        var refusal = await Assert.ThrowsAsync<OrderNotPayableException>(() => webox.StartPaymentAsync(null, order, "key-2"));

        Assert.Equal((OrderStatus.Paid, 1), (refusal.Status, await CountAsync(webox)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Someone_elses_order_is_not_found_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (ada, eve) = (await webox.GivenCustomerAsync(), await webox.GivenCustomerAsync("eve@example.com"));
        var order = await webox.GivenOrderAsync(ada, (await webox.GivenProductAsync(), 1));

        await Assert.ThrowsAsync<OrderNotFoundException>(() => webox.StartPaymentAsync(eve, order));
        await Assert.ThrowsAsync<OrderNotFoundException>(() => webox.StartPaymentAsync(null, order));
        await Assert.ThrowsAsync<OrderNotFoundException>(() => StartAsync(webox, ada, OrderId.From(Guid.Empty), "https://shop.example/", "key-1"));

        Assert.Equal(0, await CountAsync(webox));
    }

    [Theory]
    [InlineData("ftp://shop.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/thanks")]
    public async Task A_return_address_that_is_not_http_is_refused_and_nothing_is_written(string returnUrl)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));

        await Assert.ThrowsAsync<InvalidReturnUrlException>(() => StartAsync(webox, null, order.Id, returnUrl, "key-1"));

        Assert.Equal(0, await CountAsync(webox));
    }

    [Fact]
    public async Task An_empty_key_is_refused_and_nothing_is_written()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));

        await Assert.ThrowsAsync<InvalidIdempotencyKeyException>(() => StartAsync(webox, null, order.Id, "https://shop.example/", ""));

        Assert.Equal(0, await CountAsync(webox));
    }

    private static Task<Payment> StartAsync(TestWebox webox, Customer? customer, OrderId order, string returnUrl, string key) =>
        webox.RunAsync<StartPayment, Payment>(customer, start => start.ExecuteAsync(
            order, PaymentProvider.Sandbox, PaymentFlow.Embedded, new Uri(returnUrl, UriKind.RelativeOrAbsolute), key, default));

    private static async Task<int> CountAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        return await db.Payments.CountAsync();
    }
}
