using Webox.Infrastructure.Generations.Worker;

namespace Webox.Infrastructure.Tests.Generations.Worker;

public sealed class RetryDelayTests
{
    [Theory]
    [InlineData(1, 1.0, 1)]
    [InlineData(2, 1.0, 2)]
    [InlineData(3, 0.5, 2)]
    [InlineData(4, 1.0, 8)]
    [InlineData(4, 0.0, 0)]
    [InlineData(40, 1.0, 60)]
    public void It_doubles_with_full_jitter_up_to_a_minute(int attempt, double random, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryDelay.After(attempt, asked: null, random));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(17, 17)]
    [InlineData(300, 300)]
    [InlineData(86_400, 300)]
    public void What_the_provider_asks_for_wins_up_to_five_minutes(double asked, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryDelay.After(1, TimeSpan.FromSeconds(asked), random: 0.9));
}
