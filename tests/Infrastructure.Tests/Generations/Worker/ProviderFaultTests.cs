using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Worker;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Worker;

/// <summary>Every fault of every provider of texts, through the worker and over real connections.</summary>
public sealed class ProviderFaultTests
{
    private const int Held = 100;

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    /// <summary>Every fault of one provider each, and of all of them with <c>--full</c> of <c>./test.sh</c>.</summary>
    public static TheoryData<AiProvider, ProviderFault> Cells()
    {
        var isFull = Environment.GetEnvironmentVariable("WEBOX_FULL") is not null;
        var cells = new TheoryData<AiProvider, ProviderFault>();
        foreach (var fault in Enum.GetValues<ProviderFault>())
        {
            foreach (var (i, wire) in ProviderWire.All.Index())
            {
                if (isFull || i == (int)fault % ProviderWire.All.Count)
                {
                    cells.Add(wire.Provider, fault);
                }
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_fault_ends_as_the_table_says_at_no_cost_and_nothing_stays_open(AiProvider name, ProviderFault fault)
    {
        var wire = ProviderWire.All.Single(candidate => candidate.Provider == name);
        var expected = FaultEnd.Table[fault];
        await using var provider = await FaultyProvider.StartAsync(wire, fault);
        var address = provider.Address;
        if (fault is ProviderFault.Refuses)
        {
            await provider.DisposeAsync();
        }

        await using var webox = await OpenAsync(wire, address, LimitsFor(fault));
        var ada = await webox.GivenCustomerAsync();
        var model = webox.Services.GetRequiredService<IModelCatalog>().Find(wire.Model)!;
        var generation = await webox.GivenQueuedAsync(ada, credits: Held, model: model);
        provider.Arrived = () => Eventually.ReadAsync(() => webox.ReadAsync(generation.Id), row => row.Text.Length > 0);
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await webox.FinishWithoutWaitsAsync(generation.Id);

        Assert.Equal(
            (expected.Code is null ? GenerationStatus.Succeeded : GenerationStatus.Failed, expected.Code, expected.Attempts),
            (done.Status, done.FailureCode, done.Attempt));
        var price = expected.Code is null ? model.Pricing.ForTokens(10, 5) : 0;
        Assert.Equal((price, wire.Model), (done.Credits, done.Model));
        Assert.Equal((Held - price, 0, Held - price), await webox.BalanceAsync(ada));
        AssertCalls(fault, expected.Attempts, provider.Calls);
        var running = webox.Services.GetRequiredService<RunningGenerations>();
        await Eventually.ReadAsync(() => Task.FromResult((running.Count, provider.Open)), left => left == (0, 0));
    }

    [Fact]
    public void The_table_knows_every_fault() => Assert.Equal(Enum.GetValues<ProviderFault>(), FaultEnd.Table.Keys.Order());

    private static Task<TestWebox> OpenAsync(ProviderWire wire, string address, AttemptLimits limits) => WorkerHost.OpenAsync(
        DatabaseKind.Sqlite,
        configure: services => services.AddSingleton(new WorkerLimits { Text = limits }),
        settings: new Dictionary<string, string?>
        {
            [wire.Settings.Key] = wire.Settings.Value,
            [wire.Settings.Address] = address + wire.Settings.Path,
        });

    // Only what is to pass a limit has a short one: a slow machine changes nothing.
    private static AttemptLimits LimitsFor(ProviderFault fault) => fault switch
    {
        ProviderFault.Hangs or ProviderFault.DripsBytes => new(FirstByte: Short, Long, Long),
        ProviderFault.DripsPieces => new(Long, Long, Total: Short),
        _ => new(Long, Long, Long),
    };

    // A short limit may pass before the call has arrived.
    private static void AssertCalls(ProviderFault fault, int attempts, int calls)
    {
        if (fault is ProviderFault.Refuses)
        {
            Assert.Equal(0, calls);
        }
        else if (fault is ProviderFault.Hangs or ProviderFault.DripsBytes or ProviderFault.DripsPieces)
        {
            Assert.InRange(calls, 0, attempts);
        }
        else
        {
            Assert.Equal(attempts, calls);
        }
    }
}
