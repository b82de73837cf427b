using Webox.Application.Generations;
using Webox.TestSupport;

namespace Webox.Application.Tests.Generations;

public sealed class QueuePositionsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Customers_take_turns_however_much_one_of_them_has_queued(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var greedy = await webox.GivenCustomerAsync("greedy@example.com");
        var many = new List<Domain.Generations.GenerationId>();
        for (var i = 0; i < 4; i++)
        {
            many.Add((await webox.GivenQueuedAsync(greedy)).Id);
        }

        var one = (await webox.GivenQueuedAsync(await webox.GivenCustomerAsync("ada@example.com"))).Id;
        await using var db = webox.OpenDb();

        var positions = await db.PositionsAsync([.. many, one], default);

        Assert.Equal([1, 2, 3, 4, 1], many.Append(one).Select(id => positions[id]));
    }
}
