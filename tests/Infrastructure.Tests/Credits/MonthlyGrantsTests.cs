using Microsoft.EntityFrameworkCore;
using Webox.Application.Credits;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Infrastructure.Accounts;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Credits;

public sealed class MonthlyGrantsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_month_is_given_once_however_many_nodes_try(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await GivenVerifiedAsync(webox);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GiveAllAsync(webox)));

        Assert.Equal([("Grant", 500)], await EntriesAsync(webox, ada));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_never_verifies_is_given_none(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await GivenVerifiedAsync(webox, isVerified: false);

        await GiveAllAsync(webox);

        Assert.Empty(await EntriesAsync(webox, ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_left_of_a_month_ends_with_it_and_what_was_bought_stays(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await GivenVerifiedAsync(webox);
        await GiveAllAsync(webox);
        await BuyAsync(webox, ada, 1000);
        await UseAsync(webox, ada, 120);
        webox.Clock.Advance(TimeSpan.FromDays(31));

        await GiveAllAsync(webox);
        await GiveAllAsync(webox);

        Assert.Equal(-380, (await EntriesAsync(webox, ada)).Single(entry => entry.Kind == "Expiry").Amount);
        Assert.Equal(1500, await AvailableAsync(webox, ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_given_is_used_first_so_nothing_that_was_bought_ends(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await GivenVerifiedAsync(webox);
        await GiveAllAsync(webox);
        await BuyAsync(webox, ada, 1000);
        await UseAsync(webox, ada, 700);
        webox.Clock.Advance(TimeSpan.FromDays(31));

        await GiveAllAsync(webox);

        Assert.DoesNotContain(await EntriesAsync(webox, ada), entry => entry.Kind == "Expiry");
        Assert.Equal(800 + 500, await AvailableAsync(webox, ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_spends_while_the_month_turns_loses_nothing_that_was_bought(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await GivenVerifiedAsync(webox);
        await GiveAllAsync(webox);
        await BuyAsync(webox, ada, 1000);
        webox.Clock.Advance(TimeSpan.FromDays(31));

        await Task.WhenAll([GiveAllAsync(webox), .. Enumerable.Range(0, 10).Select(_ => UseAsync(webox, ada, 10))]);

        // Used before the turn: of January's. Used after it: of February's. Either way 1000 were bought, and at most 100 of 500 are gone.
        Assert.InRange(await AvailableAsync(webox, ada), 1400, 1500);
        Assert.Equal(await AvailableAsync(webox, ada), (await EntriesAsync(webox, ada)).Sum(entry => entry.Amount));
    }

    [Fact]
    public async Task Without_a_free_plan_nobody_is_given_any()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite, new Dictionary<string, string?> { ["WEBOX_FREE_CREDITS"] = "0" });
        var ada = await GivenVerifiedAsync(webox);

        await GiveAllAsync(webox);

        Assert.Empty(await EntriesAsync(webox, ada));
    }

    private static async Task<Customer> GivenVerifiedAsync(TestWebox webox, bool isVerified = true)
    {
        var customer = await webox.GivenCustomerAsync();
        await using var db = (WeboxDbContext)webox.OpenDb();
        db.Add(new Account { Id = customer.Id.Value, Email = customer.Email, NormalizedEmail = customer.Email.ToUpperInvariant(), EmailConfirmed = isVerified });
        await db.SaveChangesAsync();
        return customer;
    }

    private static Task GiveAllAsync(TestWebox webox) => webox.RunAsync<GiveMonthlyCredits>(null, give => give.ExecuteAsync(default));

    private static Task BuyAsync(TestWebox webox, Customer customer, int credits) =>
        webox.RunAsync<ICreditLedger>(customer, ledger => ledger.PostPurchaseAsync(customer.Id, Guid.CreateVersion7(), credits, default));

    private static Task UseAsync(TestWebox webox, Customer customer, int credits) => webox.RunAsync<ICreditLedger>(customer, async ledger =>
    {
        var generation = Guid.CreateVersion7();
        Assert.True(await ledger.TryHoldAsync(customer.Id, generation, credits + 5, default));
        await ledger.SettleAsync(customer.Id, generation, credits, default);
    });

    private static async Task<int> AvailableAsync(TestWebox webox, Customer customer)
    {
        await using var db = webox.OpenDb();
        return await db.CreditAccounts.Where(account => account.CustomerId == customer.Id).Select(account => account.Available).SingleAsync();
    }

    private static async Task<List<(string Kind, int Amount)>> EntriesAsync(TestWebox webox, Customer customer)
    {
        await using var db = webox.OpenDb();
        var entries = await db.CreditEntries.AsNoTracking().Where(entry => entry.CustomerId == customer.Id).OrderBy(entry => entry.Id).ToListAsync();
        return [.. entries.Select(entry => (entry.Kind.ToString(), entry.Amount))];
    }
}
