using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application;
using Webox.Application.Credits;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Credits;

public sealed class CreditLedgerTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_purchase_is_posted_once_however_often_it_is_reported(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var order = Guid.CreateVersion7();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            webox.RunAsync<ICreditLedger>(ada, ledger => ledger.PostPurchaseAsync(ada.Id, order, 500, default))));

        Assert.Equal((500, 0, 500), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hold_moves_credits_from_available_to_reserved(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 30);

        var held = await HoldAsync(webox, ada, Guid.CreateVersion7(), 12);

        Assert.True(held);
        Assert.Equal((18, 12, 18), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hold_for_more_than_there_is_holds_nothing_and_writes_nothing(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 11);

        var held = await HoldAsync(webox, ada, Guid.CreateVersion7(), 12);

        Assert.False(held);
        Assert.Equal((11, 0, 11), await webox.BalanceAsync(ada));
        Assert.Equal(1, await CountEntriesAsync(webox));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_customer_who_never_bought_holds_nothing(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();

        Assert.False(await HoldAsync(webox, ada, Guid.CreateVersion7(), 1));

        Assert.Equal(0, await CountEntriesAsync(webox));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hundred_simultaneous_holds_on_a_balance_for_ten_hold_ten(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 70);

        var held = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => HoldAsync(webox, ada, Guid.CreateVersion7(), 7)));

        Assert.Equal(10, held.Count(accepted => accepted));
        Assert.Equal((0, 70, 0), await webox.BalanceAsync(ada));
        Assert.Equal(11, await CountEntriesAsync(webox));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Holding_twice_for_one_generation_at_the_same_time_holds_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 100);
        var generation = Guid.CreateVersion7();

        var held = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => HoldAsync(webox, ada, generation, 10)));

        Assert.All(held, Assert.True);
        Assert.Equal((90, 10, 90), await webox.BalanceAsync(ada));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 4, 4)]
    [InlineData(DatabaseKind.Sqlite, 0, 0)]
    [InlineData(DatabaseKind.Sqlite, 99, 10)]
    public async Task Settling_charges_what_was_used_and_at_most_what_was_held(DatabaseKind kind, int used, int charged)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 25);
        var generation = Guid.CreateVersion7();
        await HoldAsync(webox, ada, generation, 10);

        await SettleAsync(webox, ada, generation, used);

        Assert.Equal((25 - charged, 0, 25 - charged), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Settling_many_times_at_once_settles_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 25);
        var generation = Guid.CreateVersion7();
        await HoldAsync(webox, ada, generation, 10);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SettleAsync(webox, ada, generation, used: 4)));

        Assert.Equal((21, 0, 21), await webox.BalanceAsync(ada));
        Assert.Equal(4, await CountEntriesAsync(webox));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_callers_transaction_rolls_back_was_never_posted(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 25);

        await using (var scope = webox.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<IWeboxDb>();
            var ledger = scope.ServiceProvider.GetRequiredService<ICreditLedger>();
            await Assert.ThrowsAsync<TimeoutException>(() => db.InTransactionAsync<bool>(
                async () =>
                {
                    Assert.True(await ledger.TryHoldAsync(ada.Id, Guid.CreateVersion7(), 10, default));
                    throw new TimeoutException();
                },
                default));
        }

        Assert.Equal((25, 0, 25), await webox.BalanceAsync(ada));
        Assert.Equal(1, await CountEntriesAsync(webox));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_itself_refuses_a_negative_balance(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 5);
        await using var db = webox.OpenDb();

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            db.CreditAccounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.Available, -1)));
    }

    private static Task<bool> HoldAsync(TestWebox webox, Customer customer, Guid generation, int credits) =>
        webox.RunAsync<ICreditLedger, bool>(customer, ledger => ledger.TryHoldAsync(customer.Id, generation, credits, default));

    private static Task SettleAsync(TestWebox webox, Customer customer, Guid generation, int used) =>
        webox.RunAsync<ICreditLedger>(customer, ledger => ledger.SettleAsync(customer.Id, generation, used, default));

    private static async Task<int> CountEntriesAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        return await db.CreditEntries.CountAsync();
    }
}
