using Webox.Application.Credits;
using Webox.Application.Generations;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Application.Tests.Credits;

public sealed class SetMonthlyLimitTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_would_pass_it_is_refused_with_the_figures_and_nothing_is_held(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await SetAsync(webox, ada, 3);
        await webox.GiveCreditsAsync(ada, 100);
        await RequestAsync(webox, ada, "k1");

        var refused = await Assert.ThrowsAsync<MonthlyLimitReachedException>(() => RequestAsync(webox, ada, "k2"));

        Assert.Equal((3, 2, 2), (refused.MonthlyLimit, refused.Used, refused.Required));
        Assert.Equal((98, 2, 98), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_month_begins_at_nothing(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 100);
        await SetAsync(webox, ada, 2);
        var first = await RequestAsync(webox, ada, "k1");
        await webox.RunAsync<ICreditLedger>(ada, ledger => ledger.SettleAsync(ada.Id, first.Id.Value, used: 1, default));
        await Assert.ThrowsAsync<MonthlyLimitReachedException>(() => RequestAsync(webox, ada, "k2"));

        webox.Clock.Advance(TimeSpan.FromDays(31));

        await RequestAsync(webox, ada, "k3");
        Assert.Equal((97, 2, 97), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_can_be_lifted_and_takes_no_nonsense(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 100);
        await SetAsync(webox, ada, 0);
        await Assert.ThrowsAsync<MonthlyLimitReachedException>(() => RequestAsync(webox, ada, "k1"));
        await Assert.ThrowsAsync<InvalidMonthlyLimitException>(() => SetAsync(webox, ada, -1));
        await Assert.ThrowsAsync<InvalidMonthlyLimitException>(() => SetAsync(webox, ada, int.MaxValue));

        await SetAsync(webox, ada, null);

        Assert.Equal(GenerationStatus.Queued, (await RequestAsync(webox, ada, "k1")).Status);
    }

    private static Task SetAsync(TestWebox webox, Customer customer, int? credits) =>
        webox.RunAsync<SetMonthlyLimit>(customer, set => set.ExecuteAsync(credits, default));

    private static Task<Generation> RequestAsync(TestWebox webox, Customer customer, string key) =>
        webox.RunAsync<RequestGeneration, Generation>(customer, request =>
            request.ExecuteAsync(new GenerationRequest(GenerationKind.Text, null, "Bonjour", new GenerationOptions()), key, default));
}
