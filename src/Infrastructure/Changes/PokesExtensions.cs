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
}
