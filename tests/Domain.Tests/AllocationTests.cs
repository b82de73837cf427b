namespace Webox.Domain.Tests;

public sealed class AllocationTests
{
    [Theory]
    [InlineData(100, new long[] { 1, 1, 1 }, new long[] { 34, 33, 33 })]
    [InlineData(5, new long[] { 0, 3, 1 }, new long[] { 0, 4, 1 })]
    [InlineData(0, new long[] { 7, 2 }, new long[] { 0, 0 })]
    [InlineData(1, new long[] { 1, 1 }, new long[] { 1, 0 })]
    public void The_units_left_over_go_to_the_largest_remainders(long amount, long[] weights, long[] parts) =>
        Assert.Equal(parts, Allocation.Split(amount, weights));

    [Fact]
    public void Whatever_is_split_the_parts_add_up_and_differ_from_the_exact_share_by_less_than_one_unit()
    {
        var random = new Random(20261125);
        for (var i = 0; i < 20_000; i++)
        {
            var weights = Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.NextInt64(0, 1_000_000)).Append(1).ToArray();
            var amount = random.NextInt64(0, 10_000_000_000);

            var parts = Allocation.Split(amount, weights);

            Assert.Equal(amount, parts.Sum());
            Assert.All(parts.Zip(weights), pair => Assert.True(
                decimal.Abs(pair.First - ((decimal)amount * pair.Second / weights.Sum())) < 1, $"{amount} by {pair.Second} is {pair.First}"));
        }
    }

    [Fact]
    public void An_amount_without_any_weight_is_an_error() => Assert.Throws<ArgumentException>(() => Allocation.Split(1, [0, 0]));
}
