using FsCheck;
using FsCheck.Fluent;

namespace Webox.Domain.Tests;

/// <summary>What must hold for everything that can be generated, and is tried on 10 000 cases. A failure says the case, shrunk, and its seed.</summary>
internal static class Cases
{
    private static readonly Config Settings = Config.QuickThrowOnFailure.WithMaxTest(10_000).WithEndSize(30);

    public static readonly Gen<Currency> Currencies = Gen.Elements(Currency.Eur, Currency.Jpy, Currency.Kwd);

    /// <summary>Rates that are used somewhere, and any other.</summary>
    public static readonly Gen<TaxRate> Rates =
        Gen.OneOf(Gen.Elements(0, 210, 550, 1000, 2000, 2550), Gen.Choose(0, 10_000)).Select(points => new TaxRate(points));

    public static void Check<T>(this Gen<T> cases, Func<T, bool> holds) =>
        FsCheck.Check.One(Settings, Prop.ForAll(cases.ToArbitrary(), holds));
}
