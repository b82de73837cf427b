using Microsoft.Extensions.Configuration;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Tests.Generations.Queue;

public sealed class QueueOptionsTests
{
    [Theory]
    [InlineData(null, 32)]
    [InlineData("1", 1)]
    [InlineData("256", 256)]
    public void A_setting_says_how_many_a_node_runs_at_a_time(string? setting, int slots) => Assert.Equal(slots, From("WEBOX_SLOTS", setting).Slots);

    [Theory]
    [InlineData("WEBOX_SLOTS", "0")]
    [InlineData("WEBOX_SLOTS", "257")]
    [InlineData("WEBOX_SLOTS", "many")]
    [InlineData("WEBOX_LEASE_MS", "499")]
    public void A_value_out_of_range_stops_the_start(string name, string value) =>
        Assert.StartsWith(name, Assert.Throws<InvalidOperationException>(() => From(name, value)).Message, StringComparison.Ordinal);

    private static QueueOptions From(string name, string? value) => QueueOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [name] = value }).Build());
}
