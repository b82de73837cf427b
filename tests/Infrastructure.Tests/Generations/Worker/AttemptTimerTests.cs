using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Worker;

namespace Webox.Infrastructure.Tests.Generations.Worker;

public sealed class AttemptTimerTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_provider_that_never_begins_timed_out_and_may_be_asked_again()
    {
        using var timer = new AttemptTimer(new(Short, Long, Long), TimeProvider.System, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => timer.RunAsync(HangAsync));

        Assert.Equal((GenerationFailureCode.TimedOut, true), (failure.Code, failure.IsRetryable));
    }

    [Fact]
    public async Task A_provider_that_falls_silent_timed_out()
    {
        using var timer = new AttemptTimer(new(Long, Short, Long), TimeProvider.System, CancellationToken.None);
        timer.Alive();

        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => timer.RunAsync(HangAsync));

        Assert.Equal(GenerationFailureCode.TimedOut, failure.Code);
    }

    [Fact]
    public async Task A_provider_that_drips_for_ever_timed_out()
    {
        using var timer = new AttemptTimer(new(Long, Long, Short), TimeProvider.System, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => timer.RunAsync(async token =>
        {
            while (true)
            {
                timer.Alive();
                await Task.Delay(1, token);
            }
#pragma warning disable CS0162 // The compiler wants a result.
            return 0;
#pragma warning restore CS0162
        }));

        Assert.Equal(GenerationFailureCode.TimedOut, failure.Code);
    }

    [Fact]
    public async Task A_stop_from_outside_is_no_failure_of_the_provider()
    {
        using var stop = new CancellationTokenSource();
        using var timer = new AttemptTimer(new(Long, Long, Long), TimeProvider.System, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => timer.RunAsync(HangAsync));
    }

    private static async Task<int> HangAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return 0;
    }
}
