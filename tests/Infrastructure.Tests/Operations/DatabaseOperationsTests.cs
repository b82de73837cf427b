using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Operations;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Operations;

public sealed class DatabaseOperationsTests
{
    private static readonly Invariant NobodyIsCalledEve = new("X1", "Nobody is called Eve.", "SELECT email FROM customers WHERE name = 'Eve'");
    private static readonly Invariant NobodyIsCalledAda = new("X2", "Nobody is called Ada.", "SELECT email FROM customers WHERE name = 'Ada'");

    [Theory, OnSqlite, OnPostgres]
    public async Task Invariants_answer_with_the_keys_of_the_rows_that_break_them(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind, NobodyIsCalledAda, NobodyIsCalledEve);
        await webox.GivenCustomerAsync("ada@example.com");

        var results = await CheckAsync(webox);

        Assert.Equal(["X1: ", "X2: ada@example.com"], results.Where(IsOurs).Select(r => $"{r.Invariant.Id}: {string.Join(',', r.Violations)}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_database_has_no_problem_and_breaks_nothing(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);

        Assert.Empty(await webox.Services.GetRequiredService<IDatabaseOperations>().FindProblemsAsync(CancellationToken.None));
        Assert.All(await CheckAsync(webox), result => Assert.Empty(result.Violations));
    }

    private static bool IsOurs(InvariantResult result) => result.Invariant.Id[0] == 'X';

    private static Task<TestWebox> OpenAsync(DatabaseKind kind, params Invariant[] invariants) => TestWebox.OpenAsync(kind, configure: services =>
    {
        foreach (var invariant in invariants)
        {
            services.AddSingleton(invariant);
        }
    });

    private static async Task<List<InvariantResult>> CheckAsync(TestWebox webox)
    {
        var results = new List<InvariantResult>();
        await foreach (var result in webox.Services.GetRequiredService<IDatabaseOperations>().CheckInvariantsAsync(CancellationToken.None))
        {
            results.Add(result);
        }

        return results;
    }
}
