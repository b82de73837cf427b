using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Payments;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Payments;

public sealed class ReceivePaymentEventTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_comes_again_is_acted_on_once(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var (order, _) = await GivenPaymentAsync(webox);
        var charge = new Message("pi_1", "ch_1", PaymentEventKind.Captured, 12000);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => webox.ReceiveAsync("evt_1", charge)));

        Assert.Equal((OrderStatus.Paid, 12000L), await StatusAsync(webox, order));
        Assert.Equal((1, 1), await CountsAsync(webox));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_messages_about_one_charge_count_it_once(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var (order, _) = await GivenPaymentAsync(webox);
        var charge = new Message("pi_1", "ch_1", PaymentEventKind.Captured, 12000);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => webox.ReceiveAsync($"evt_{i}", charge)));

        Assert.Equal((OrderStatus.Paid, 12000L), await StatusAsync(webox, order));
        Assert.Equal((10, 1), await CountsAsync(webox));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory]
    [InlineData(11999, "EUR", 11999)]
    [InlineData(12001, "EUR", 12001)]
    [InlineData(12000, "USD", 0)]
    public async Task Another_amount_or_currency_goes_to_review_and_never_pays(long amount, string currency, long paid)
    {
        await using var webox = await OpenAsync(DatabaseKind.Sqlite);
        var (order, _) = await GivenPaymentAsync(webox);

        await webox.ReceiveAsync("evt_1", new Message("pi_1", "ch_1", PaymentEventKind.Captured, amount, currency));

        Assert.Equal((OrderStatus.InReview, paid), await StatusAsync(webox, order));
        Assert.Null((await webox.ReloadAsync(order)).PaidAt);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_order_of_arrival_ends_the_same(DatabaseKind kind)
    {
        Message[] messages =
        [
            new("pi_1", "pi_1", PaymentEventKind.Declined, 0),
            new("pi_1", "ch_1", PaymentEventKind.Captured, 12000),
            new("pi_1", "re_1", PaymentEventKind.Refunded, 2000),
            new("pi_1", "re_2", PaymentEventKind.Refunded, 10000),
        ];
        await using var webox = await OpenAsync(kind);
        for (var run = 0; run < 6; run++)
        {
            var (order, payment) = await GivenPaymentAsync(webox);
            var shuffled = messages.Select(m => m with { Intent = payment.ProviderReference!, Object = $"{m.Object}-{run}" }).ToArray();
            new Random(run).Shuffle(shuffled);

            await Task.WhenAll(shuffled.Select(m => webox.ReceiveAsync($"evt_{run}_{m.Object}_{m.Kind}", m)));

            var stored = await webox.ReloadAsync(order);
            Assert.Equal((OrderStatus.Refunded, 12000L, 12000L), (stored.Status, stored.PaidMinorUnits, stored.RefundedMinorUnits));
        }

        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_about_an_unknown_payment_is_kept_and_acted_on_when_it_is_known(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var early = new Message("pi_1", "ch_1", PaymentEventKind.Captured, 12000);
        await webox.ReceiveAsync("evt_1", early);
        await webox.ReceiveAsync("evt_1", early);
        Assert.Equal((1, 0), await CountsAsync(webox));

        var (order, payment) = await GivenPaymentAsync(webox);

        Assert.Equal(PaymentStatus.Succeeded, payment.Status);
        Assert.Equal((OrderStatus.Paid, 12000L), await StatusAsync(webox, order));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_about_something_else_is_kept_and_changes_nothing(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var (order, _) = await GivenPaymentAsync(webox);

        await webox.ReceiveAsync("evt_1", null);

        Assert.Equal((OrderStatus.AwaitingPayment, 0L), await StatusAsync(webox, order));
        await using var db = webox.OpenDb();
        Assert.NotNull((await db.PaymentInbox.SingleAsync()).AppliedAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_cannot_be_read_fails_and_nothing_is_kept(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);

        await Assert.ThrowsAsync<JsonException>(() => webox.RunAsync<ReceivePaymentEvent>(
            null, receive => receive.ExecuteAsync(PaymentProvider.Stripe, "evt_1", "{"u8.ToArray(), default)));

        Assert.Equal((0, 0), await CountsAsync(webox));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Paying_twice_by_two_attempts_goes_to_review(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var order = await webox.GivenOrderAsync(ada, (await webox.GivenCreditPackAsync(500), 1));
        var (first, second) = (await webox.StartPaymentAsync(ada, order, "key-1"), await webox.StartPaymentAsync(ada, order, "key-2"));

        await Task.WhenAll(webox.ConfirmAsync(ada, first), webox.ConfirmAsync(ada, second));

        Assert.Equal((OrderStatus.InReview, 2 * order.TotalMinorUnits), await StatusAsync(webox, order));
        await using var db = webox.OpenDb();
        Assert.Equal([500], await db.CreditEntries.Select(entry => entry.Amount).ToListAsync());
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    private static async Task<TestWebox> OpenAsync(DatabaseKind kind) => (await ScriptedGatewayStage.OpenAsync(kind)).Webox;

    private static async Task<(Order Order, Payment Payment)> GivenPaymentAsync(TestWebox webox)
    {
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(cents: 10000), 1));
        return (order, await webox.StartWithStripeAsync(order));
    }

    private static async Task<(OrderStatus, long)> StatusAsync(TestWebox webox, Order order)
    {
        var stored = await webox.ReloadAsync(order);
        return (stored.Status, stored.PaidMinorUnits);
    }

    private static async Task<(int Messages, int Events)> CountsAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        return (await db.PaymentInbox.CountAsync(), await db.PaymentEvents.CountAsync());
    }
}
