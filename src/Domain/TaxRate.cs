namespace Webox.Domain;

/// <summary>A tax on a price. Kept in hundredths of a percent, so that 5.5 % is exact.</summary>
/// <param name="BasisPoints">2000 is 20 %; 0 is no tax.</param>
public readonly record struct TaxRate(int BasisPoints)
{
    private const int Whole = 10_000;

    /// <summary>The tax on a net amount, rounded half up to the minor unit: 35.994 is 35.99, 35.995 is 36.00.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="net"/> is negative.</exception>
    public Money On(Money net) => Share(net, Whole);

    /// <summary>The tax that a gross amount contains, rounded half up to the minor unit: 20 % of 120.00 are 20.00.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gross"/> is negative.</exception>
    public Money In(Money gross) => Share(gross, Whole + BasisPoints);

    private Money Share(Money amount, int whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount.MinorUnits, nameof(amount));
        var tax = ((Int128)amount.MinorUnits * BasisPoints * 2 + whole) / (2 * whole);
        return new Money(checked((long)tax), amount.Currency);
    }
}
