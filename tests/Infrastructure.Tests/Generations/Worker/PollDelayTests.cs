using Webox.Infrastructure.Generations.Worker;

namespace Webox.Infrastructure.Tests.Generations.Worker;

public sealed class PollDelayTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 4.5)]
    [InlineData(5, 10)]
    [InlineData(1000, 10)]
    public void It_is_asked_less_and_less_often(int asked, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), PollDelay.After(asked, wish: null));

    [Theory]
    [InlineData(0.2, 0.2)]
    [InlineData(30, 30)]
    [InlineData(3600, 60)]
    public void A_provider_may_wish_when_up_to_a_minute(double wish, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), PollDelay.After(1, TimeSpan.FromSeconds(wish)));
}
