namespace Webox.Infrastructure.Changes;

internal static class PokesExtensions
{
    /// <summary>Waits for a poke or, because a poke may be lost, for <paramref name="atMost"/>.</summary>
    public static async Task OrAtMostAsync(this Task next, TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(next, Task.Delay(atMost, clock, timer.Token));
        await timer.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Waits for what is left of <paramref name="gap"/> since a moment: nothing, when it lies further back.</summary>
    /// <param name="since">From <see cref="TimeProvider.GetTimestamp"/>.</param>
    public static Task RestAsync(this TimeProvider clock, long since, TimeSpan gap, CancellationToken cancellationToken)
    {
        var left = gap - clock.GetElapsedTime(since);
        return left > TimeSpan.Zero ? Task.Delay(left, clock, cancellationToken) : Task.CompletedTask;
    }
}
