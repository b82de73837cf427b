using Webox.Domain.Customers;
using Webox.GraphQL.Uploads;

namespace Webox.GraphQL.Tests.Uploads;

public sealed class UploadLimitsTests
{
    private static readonly CustomerId Ada = CustomerId.From(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    private static readonly CustomerId Bob = CustomerId.From(Guid.Parse("00000000-0000-7000-8000-000000000002"));

    [Fact]
    public async Task Two_of_one_customer_are_read_at_a_time_and_others_do_not_wait_for_them()
    {
        using var limits = new UploadLimits();
        using var first = await limits.EnterAsync(Ada, default);
        var second = await limits.EnterAsync(Ada, default);

        var third = limits.EnterAsync(Ada, default).AsTask();
        using var other = await limits.EnterAsync(Bob, default);

        Assert.True(first.IsAcquired && second.IsAcquired && other.IsAcquired);
        Assert.False(third.IsCompleted);
        second.Dispose();
        using var passedOn = await third;
        Assert.True(passedOn.IsAcquired);
    }
}
