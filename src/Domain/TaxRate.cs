namespace Webox.Domain;

/// <summary>A tax on top of a price. Kept in hundredths of a percent, so that 5.5 % is exact.</summary>
/// <param name="BasisPoints">2000 is 20 %.</param>
public readonly record struct TaxRate(int BasisPoints)
{
    private const int Whole = 10_000;

    /// <summary>The tax on a net amount, rounded half up to the minor unit: 35.994 is 35.99, 35.995 is 36.00.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="net"/> is negative.</exception>
    public Money On(Money net)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(net.MinorUnits, nameof(net));
        var tax = ((Int128)net.MinorUnits * BasisPoints + Whole / 2) / Whole;
        return new Money(checked((long)tax), net.Currency);
    }
}
