using Microsoft.EntityFrameworkCore;
using Webox.Application.Orders;
using Webox.Application.Payments;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Payments;

/// <summary>What is unfinished comes to an end: intents, captures, refunds, payments of closed orders, money that does not fit.</summary>
public sealed class ReconcilePaymentsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_intent_whose_answer_was_lost_is_asked_again_with_its_key(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var order = await GivenUnansweredAsync(webox, gateway);
        Assert.Equal(0, (await ReconcileAsync(webox)).Asked);
        webox.Clock.Advance(TimeSpan.FromMinutes(2));

        var report = await ReconcileAsync(webox);

        var payment = await PaymentOfAsync(webox, order);
        Assert.Equal(("pi_1", PaymentStatus.RequiresAction), (payment.ProviderReference, payment.Status));
        Assert.Single(gateway.Keys.Distinct());
        Assert.Equal((1, 0, 1), (report.Asked, report.Unanswered, report.Findings.Count));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_intent_older_than_the_providers_memory_is_never_posted_again(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var order = await GivenUnansweredAsync(webox, gateway);
        webox.Clock.Advance(gateway.KeyLifetime);

        await ReconcileAsync(webox);

        Assert.Single(gateway.Keys);
        Assert.Equal(PaymentStatus.Canceled, (await PaymentOfAsync(webox, order)).Status);
        Assert.Equal(0, (await ReconcileAsync(webox)).Asked);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_provider_that_is_away_leaves_everything_as_it_is_and_is_reported(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var order = await GivenUnansweredAsync(webox, gateway);
        webox.Clock.Advance(TimeSpan.FromMinutes(2));
        gateway.IsDown = true;

        var report = await ReconcileAsync(webox);

        Assert.Equal((1, 1), (report.Asked, report.Unanswered));
        Assert.Equal(PaymentStatus.Processing, (await PaymentOfAsync(webox, order)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_payment_whose_message_never_came_is_found_at_its_provider(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(10000), 1));
        var payment = await webox.StartWithStripeAsync(order);
        gateway.Found["pi_1"] = new Message("pi_1", "ch_1", PaymentEventKind.Captured, 12000);
        webox.Clock.Advance(TimeSpan.FromMinutes(16));

        var report = await ReconcileAsync(webox);

        Assert.Equal(OrderStatus.Paid, (await webox.ReloadAsync(order)).Status);
        Assert.Equal(payment.Id.Value, Assert.Single(report.Findings).PaymentId);
        Assert.Empty((await ReconcileAsync(webox)).Findings);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refund_whose_answer_was_lost_is_asked_again_with_its_key_and_gives_back_once(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(10000), 1));
        var payment = await webox.StartWithStripeAsync(order);
        await webox.ReceiveAsync("evt_1", new Message("pi_1", "ch_1", PaymentEventKind.Captured, 12000));
        gateway.LosesAnswers = true;
        await Assert.ThrowsAsync<PaymentProviderUnavailableException>(() => webox.RunAsync<RefundPayment>(
            null, refund => refund.ExecuteAsync(payment.Id, null, [], null, "refund-1", default)));
        gateway.LosesAnswers = false;
        webox.Clock.Advance(TimeSpan.FromMinutes(2));

        await ReconcileAsync(webox);

        Assert.Equal(OrderStatus.Refunded, (await webox.ReloadAsync(order)).Status);
        Assert.Equal(12000, gateway.Moved.Sum(moved => moved.Amount));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Intents_of_a_closed_order_are_given_up_at_their_provider(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(10000), 1));
        await webox.StartWithStripeAsync(order);
        Assert.Equal(0, await ReleaseAsync(webox));
        webox.Clock.Advance(TimeSpan.FromMinutes(31));
        await webox.RunAsync<ExpireOrders>(null, expire => expire.ExecuteAsync(default));

        Assert.Equal(1, await ReleaseAsync(webox));

        var payment = await PaymentOfAsync(webox, order);
        Assert.Equal(PaymentStatus.Canceled, payment.Status);
        Assert.Contains($"{payment.ProviderIdempotencyKey}-cancel", gateway.Keys);
        Assert.Equal(0, await ReleaseAsync(webox));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory]
    [InlineData(11000, "EUR", false)]
    [InlineData(12000, "USD", false)]
    [InlineData(12000, "EUR", true)]
    public async Task Money_that_does_not_fit_goes_back_by_itself_where_the_shop_wants_that(long amount, string currency, bool isLate)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(DatabaseKind.Sqlite, ("WEBOX_MISFIT_PAYMENTS", "refund"));
        await using var webox = opened;
        var order = await GivenMisfitAsync(webox, amount, currency, isLate);
        Assert.Equal(OrderStatus.InReview, (await webox.ReloadAsync(order)).Status);

        Assert.Equal(1, await RefundMisfitsAsync(webox));
        Assert.Equal(0, await RefundMisfitsAsync(webox));

        Assert.Equal([(PaymentEventKind.Refunded, amount)], gateway.Moved.Select(moved => (moved.Kind, moved.Amount)));
        Assert.NotEqual(OrderStatus.InReview, (await webox.ReloadAsync(order)).Status);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Fact]
    public async Task Money_that_does_not_fit_waits_for_a_person_otherwise()
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(DatabaseKind.Sqlite);
        await using var webox = opened;
        var order = await GivenMisfitAsync(webox, 11000, "EUR", isLate: false);

        Assert.Equal(0, await RefundMisfitsAsync(webox));

        Assert.Empty(gateway.Moved);
        Assert.Equal(OrderStatus.InReview, (await webox.ReloadAsync(order)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_an_order_that_was_paid_twice_the_second_payment_goes_back_and_the_order_stays_paid(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind, ("WEBOX_MISFIT_PAYMENTS", "refund"));
        await using var webox = opened;
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(10000), 1));
        await webox.StartWithStripeAsync(order);
        webox.Clock.Advance(TimeSpan.FromSeconds(1));
        await webox.StartWithStripeAsync(order, key: "key-2");
        await webox.ReceiveAsync("evt_1", new Message("pi_1", "ch_1", PaymentEventKind.Captured, 12000));
        await webox.ReceiveAsync("evt_2", new Message("pi_2", "ch_2", PaymentEventKind.Captured, 12000));

        await RefundMisfitsAsync(webox);

        Assert.Equal("pi_2", Assert.Single(gateway.Moved).Intent);
        Assert.Equal(OrderStatus.Paid, (await webox.ReloadAsync(order)).Status);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    private static async Task<Order> GivenUnansweredAsync(TestWebox webox, ScriptedGateway gateway)
    {
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(10000), 1));
        gateway.LosesAnswers = true;
        await Assert.ThrowsAsync<PaymentProviderUnavailableException>(() => webox.StartWithStripeAsync(order));
        gateway.LosesAnswers = false;
        return order;
    }

    private static async Task<Order> GivenMisfitAsync(TestWebox webox, long amount, string currency, bool isLate)
    {
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(10000), 1));
        await webox.StartWithStripeAsync(order);
        if (isLate)
        {
            webox.Clock.Advance(TimeSpan.FromMinutes(31));
            await webox.RunAsync<ExpireOrders>(null, expire => expire.ExecuteAsync(default));
        }

        await webox.ReceiveAsync("evt_1", new Message("pi_1", "ch_1", PaymentEventKind.Captured, amount, currency));
        return order;
    }

    private static Task<ReconciliationReport> ReconcileAsync(TestWebox webox) =>
        webox.RunAsync<ReconcilePayments, ReconciliationReport>(null, reconcile => reconcile.ExecuteAsync(default));

    private static Task<int> ReleaseAsync(TestWebox webox) => webox.RunAsync<ReleaseIntents, int>(null, release => release.ExecuteAsync(default));

    private static Task<int> RefundMisfitsAsync(TestWebox webox) => webox.RunAsync<RefundMisfits, int>(null, refund => refund.ExecuteAsync(default));

    private static async Task<Payment> PaymentOfAsync(TestWebox webox, Order order)
    {
        await using var db = webox.OpenDb();
        return await db.Payments.SingleAsync(payment => payment.OrderId == order.Id);
    }
}
