using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Webox.Infrastructure.Sweeps;

namespace Webox.Infrastructure.Tests.Sweeps;

public sealed class SweepTests
{
    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task What_fails_is_tried_again(Type failure)
    {
        var tries = 0;
        await RunUntilAsync(3, _ => ++tries < 3 ? throw (Exception)Activator.CreateInstance(failure)! : true);
        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task Each_time_has_a_scope_of_its_own_that_ends_with_it()
    {
        var seen = new List<Chore>();
        await RunUntilAsync(3, chore =>
        {
            Assert.All(seen, earlier => Assert.True(earlier.IsDisposed));
            seen.Add(chore);
            return seen.Count == 3;
        });
        Assert.Equal(3, seen.Distinct().Count());
    }

    /// <summary>Runs <paramref name="chore"/> until it says that it is done, and stops.</summary>
    private static async Task RunUntilAsync(int timesMax, Func<Chore, bool> chore)
    {
        var done = new TaskCompletionSource();
        var times = 0;
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddScoped<Chore>()
            .AddSweep<Chore>(TimeSpan.FromMilliseconds(1), (one, _) => Run(one))
            .BuildServiceProvider();
        var sweep = Assert.Single(services.GetServices<IHostedService>());
        await sweep.StartAsync(default);
        await done.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await sweep.StopAsync(default);

        Task Run(Chore one)
        {
            if (times++ < timesMax && chore(one))
            {
                done.SetResult();
            }

            return Task.CompletedTask;
        }
    }

    private sealed class Chore : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
