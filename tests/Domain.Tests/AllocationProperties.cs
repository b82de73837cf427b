using FsCheck.Fluent;

namespace Webox.Domain.Tests;

public sealed class AllocationProperties
{
    [Fact]
    public void Parts_add_up_to_the_whole_and_none_is_a_unit_off_its_share() =>
        Gen.Choose(0, int.MaxValue).SelectMany(amount => Gen.Choose(0, 1_000_000).NonEmptyListOf(), (amount, weights) => (amount, weights: weights.ToList()))
            .Where(c => c.weights.Sum(w => (long)w) > 0)
            .Check(c =>
            {
                var whole = c.weights.Sum(w => (long)w);
                var parts = Allocation.Split(c.amount, [.. c.weights.Select(w => (long)w)]);
                return parts.Sum() == c.amount
                    && parts.Zip(c.weights).All(part => Math.Abs(part.First - (decimal)c.amount * part.Second / whole) < 1)
                    && parts.Zip(c.weights).All(part => part.Second > 0 || part.First == 0);
            });
}
