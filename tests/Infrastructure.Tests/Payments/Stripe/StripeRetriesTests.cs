using System.Net;
using Webox.Infrastructure.Payments.Stripe;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

public sealed class StripeRetriesTests
{
    [Theory]
    [InlineData(1, 0.0, 500)]
    [InlineData(1, 1.0, 500)]
    [InlineData(2, 0.0, 500)]
    [InlineData(2, 0.5, 750)]
    [InlineData(2, 1.0, 1000)]
    public void It_waits_longer_each_time_and_not_all_wait_alike(int attempt, double random, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), StripeRetries.WaitAfter(attempt, reply: null, random));

    [Fact]
    public void There_is_no_fourth_attempt() => Assert.Null(StripeRetries.WaitAfter(3, reply: null, 0));

    [Theory]
    [InlineData(503, 4, 4000)]
    [InlineData(503, -60, 500)]
    [InlineData(409, 0, 500)]
    public void It_waits_as_long_as_it_is_asked_to(int status, int asked, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), StripeRetries.WaitAfter(1, Reply(status, asked), 0));

    [Theory]
    [InlineData(503, 6)]
    [InlineData(429, 60)]
    public void It_does_not_wait_for_long(int status, int asked) => Assert.Null(StripeRetries.WaitAfter(1, Reply(status, asked), 0));

    private static StripeReply Reply(int status, int asked) => new((HttpStatusCode)status, null, null, TimeSpan.FromSeconds(asked), []);
}
