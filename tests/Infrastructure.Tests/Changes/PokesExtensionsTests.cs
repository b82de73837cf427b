using Webox.Infrastructure.Changes;

namespace Webox.Infrastructure.Tests.Changes;

public sealed class PokesExtensionsTests
{
    private static readonly TimeProvider Clock = TimeProvider.System;

    [Fact]
    public void Who_has_rested_long_enough_does_not_rest_again()
    {
        var aMinuteAgo = Clock.GetTimestamp() - 60 * Clock.TimestampFrequency;

        Assert.True(Clock.RestAsync(aMinuteAgo, TimeSpan.FromSeconds(59), CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Who_has_not_rests_until_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        var rest = Clock.RestAsync(Clock.GetTimestamp(), TimeSpan.FromHours(1), stop.Token);
        Assert.False(rest.IsCompleted);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rest);
    }
}
