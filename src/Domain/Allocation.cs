namespace Webox.Domain;

/// <summary>Divides an amount so that no minor unit is lost or made.</summary>
public static class Allocation
{
    /// <summary>
    /// Splits in proportion to the weights, rounded down; the units left over go to the largest remainders, the first of equals first.
    /// The parts always add up to the whole.
    /// </summary>
    /// <param name="amount">Minor units, 0 or more.</param>
    /// <param name="weights">0 or more, not all of them 0 unless the amount is.</param>
    public static IReadOnlyList<long> Split(long amount, IReadOnlyList<long> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        var whole = weights.Aggregate((Int128)0, (sum, weight) => sum + weight);
        if (whole == 0)
        {
            return amount == 0 ? [.. weights.Select(_ => 0L)] : throw new ArgumentException("An amount needs a weight.", nameof(weights));
        }

        var parts = weights.Select(weight => (long)((Int128)amount * weight / whole)).ToArray();
        var byRemainder = Enumerable.Range(0, parts.Length).OrderByDescending(i => (Int128)amount * weights[i] % whole);
        foreach (var i in byRemainder.Take((int)(amount - parts.Sum())))
        {
            parts[i]++;
        }

        return parts;
    }
}
