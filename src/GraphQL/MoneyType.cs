using Webox.Domain;

namespace Webox.GraphQL;

/// <summary>An exact amount of money.</summary>
[ExtendObjectType<Money>]
public static class MoneyType
{
    /// <summary>In the currency's smallest unit: 1999 is €19.99 or ¥1,999. Compute with this.</summary>
    public static long GetMinorUnits([Parent] Money money) => money.MinorUnits;

    /// <summary>ISO 4217.</summary>
    [GraphQLType("CurrencyCode!")]
    public static string GetCurrency([Parent] Money money) => money.Currency.Code;

    /// <summary>The same amount with its decimal point: `19.99`. Display this.</summary>
    public static string GetDecimal([Parent] Money money) => money.ToDecimalString();
}
