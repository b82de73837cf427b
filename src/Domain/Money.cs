using System.Globalization;

namespace Webox.Domain;

/// <summary>
/// An exact amount of money, counted in minor units (cents, pence, yen): sums are exact in every language and database
/// the number passes through.
/// </summary>
/// <param name="MinorUnits">1999 with EUR is €19.99; 1999 with JPY is ¥1,999. Negative for money owed back.</param>
public sealed record Money(long MinorUnits, Currency Currency) : IComparable<Money>
{
    public static Money Zero(Currency currency) => new(0, currency);

    public static Money operator +(Money a, Money b) => new(checked(a.MinorUnits + b.In(a.Currency)), a.Currency);

    public static Money operator -(Money a, Money b) => new(checked(a.MinorUnits - b.In(a.Currency)), a.Currency);

    public static Money operator *(Money price, int quantity) => new(checked(price.MinorUnits * quantity), price.Currency);

    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;

    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;

    public static bool operator <=(Money a, Money b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Money a, Money b) => a.CompareTo(b) >= 0;

    public int CompareTo(Money? other) => other is null ? 1 : MinorUnits.CompareTo(other.In(Currency));

    /// <summary>The amount as people and payment providers write it: "19.99", "1999" for yen. Culture-invariant.</summary>
    public string ToDecimalString() =>
        (MinorUnits / (decimal)Currency.Scale).ToString("F" + Currency.Digits, CultureInfo.InvariantCulture);

    public override string ToString() => $"{ToDecimalString()} {Currency}";

    // Mixing currencies is a programming error, not something a customer can do: it is not a DomainException.
    private long In(Currency expected) => Currency == expected
        ? MinorUnits
        : throw new InvalidOperationException($"Cannot combine {Currency} with {expected}.");
}
