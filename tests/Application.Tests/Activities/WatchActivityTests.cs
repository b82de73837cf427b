using Microsoft.EntityFrameworkCore;
using Webox.Application.Activities;
using Webox.Domain.Activities;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Activities;

public sealed class WatchActivityTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Orders_and_payments_come_in_order_and_from_where_one_left_off(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var bob = await webox.GivenCustomerAsync("bob@example.com");
        var order = await webox.GivenOrderAsync(ada, (await webox.GivenProductAsync(), 1));
        await webox.GivenOrderAsync(bob, (await webox.GivenProductAsync(), 1));
        await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));
        await webox.ConfirmAsync(ada, await webox.StartPaymentAsync(ada, order));

        var stored = await StoredAsync(webox, ada);
        var all = await WatchAsync(webox, ada, 0, stored.Count);
        var rest = await WatchAsync(webox, ada, all[1].Sequence, stored.Count - 2);

        Assert.Equal(Enumerable.Range(1, stored.Count).Select(number => (long)number), all.Select(activity => activity.Sequence));
        Assert.Equal(all.Skip(2).Select(activity => activity.Sequence), rest.Select(activity => activity.Sequence));
        Assert.Equal(order.Id, Assert.IsType<Order>(all[0].Subject).Id);
        Assert.Equal((OrderStatus.Paid, PaymentStatus.Succeeded), (all.Select(activity => activity.Subject).OfType<Order>().Last().Status, all.Select(activity => activity.Subject).OfType<Payment>().Last().Status));
        Assert.Single(await StoredAsync(webox, bob));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_happens_while_one_watches_is_seen_whole_whoever_writes_at_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var product = await webox.GivenProductAsync();
        List<Domain.Carts.Cart> carts = [];
        for (var i = 0; i < 12; i++)
        {
            // A guest's cart that its guest, signed in by then, places.
            carts.Add(await webox.GivenCartAsync(null, (product, 1)));
        }

        var watching = WatchAsync(webox, ada, after: null, 12);
        await Task.WhenAll(carts.Select(cart => webox.PlaceAsync(ada, cart)));

        Assert.Equal(Enumerable.Range(1, 12).Select(number => (long)number), (await watching).Select(activity => activity.Sequence));
        Assert.Equal(12, (await StoredAsync(webox, ada)).Select(activity => activity.SubjectId).Distinct().Count());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_rolled_back_has_no_number(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var order = await webox.GivenOrderAsync(ada, (await webox.GivenProductAsync(), 1));

        await using (var db = webox.OpenDb())
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.InTransactionAsync<bool>(
                async () =>
                {
                    (await db.Orders.SingleAsync(o => o.Id == order.Id)).Touch();
                    await db.SaveChangesAsync(default);
                    throw new InvalidOperationException("no");
                },
                default));
        }

        await webox.GivenOrderAsync(ada, (await webox.GivenProductAsync(), 1));

        Assert.Equal([1L, 2L], (await StoredAsync(webox, ada)).Select(activity => activity.Sequence));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Old_activities_are_forgotten_and_numbering_goes_on(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GivenOrderAsync(ada, (await webox.GivenProductAsync(), 1));
        webox.Clock.Advance(TimeSpan.FromDays(365 * 50));

        await webox.RunAsync<ForgetActivities, int>(null, forget => forget.ExecuteAsync(default));
        Assert.Empty(await StoredAsync(webox, ada));
        await webox.GivenOrderAsync(ada, (await webox.GivenProductAsync(), 1));

        Assert.Equal([2L], (await StoredAsync(webox, ada)).Select(activity => activity.Sequence));
    }

    private static Task<List<SeenActivity>> WatchAsync(TestWebox webox, Customer customer, long? after, int count) =>
        webox.RunAsync<WatchActivity, List<SeenActivity>>(customer, async watch =>
        {
            List<SeenActivity> seen = [];
            await foreach (var activity in await watch.ExecuteAsync(after, default))
            {
                seen.Add(activity);
                if (seen.Count == count)
                {
                    break;
                }
            }

            return seen;
        });

    private static async Task<List<Activity>> StoredAsync(TestWebox webox, Customer customer)
    {
        await using var db = webox.OpenDb();
        return await db.Activities.AsNoTracking().Where(activity => activity.CustomerId == customer.Id).OrderBy(activity => activity.Sequence).ToListAsync();
    }
}
