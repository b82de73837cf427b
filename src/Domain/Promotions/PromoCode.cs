namespace Webox.Domain.Promotions;

/// <summary>
/// A word that takes something off an order. Checking it changes nothing: it is used up by the order, in the order's transaction, and
/// given back when the order is canceled or expires.
/// </summary>
public sealed class PromoCode
{
    public const int CodeLengthMin = 3;
    public const int CodeLengthMax = 32;

    /// <summary>A bound on what a fixed amount or a minimum can be: ten million euros.</summary>
    public const long AmountMax = 1_000_000_000;

    private PromoCode()
    {
        // EF Core
    }

    public PromoCodeId Id { get; private init; }

    /// <summary>Upper case, unique: <c>BIENVENUE10</c>.</summary>
    public string Code { get; private init; } = null!;

    public PromoCodeKind Kind { get; private init; }

    /// <summary>Whole percent, 1 to 100, or minor units, by <see cref="Kind"/>.</summary>
    public long Value { get; private init; }

    /// <summary>Of the minimum and of a fixed amount. It takes nothing off a cart in another currency.</summary>
    public Currency Currency { get; private init; } = null!;

    public long MinimumSubtotalMinorUnits { get; private init; }

    /// <summary>Null: any number.</summary>
    public int? UsesMax { get; private init; }

    /// <summary>Uses of one customer, who is known by the account or by the e-mail address of the order. Null: any number.</summary>
    public int? UsesPerCustomerMax { get; private init; }

    /// <summary>Orders that used it and were not closed unpaid. Changed only by a conditional UPDATE.</summary>
    public int UseCount { get; private init; }

    /// <summary>Null: from the beginning.</summary>
    public DateTimeOffset? StartsAt { get; private init; }

    /// <summary>The first moment at which it is over. Null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; private init; }

    public bool Active { get; private set; } = true;

    public DateTimeOffset CreatedAt { get; private init; }

    public Money MinimumSubtotal => new(MinimumSubtotalMinorUnits, Currency);

    /// <exception cref="InvalidPromoCodeException">A part of it makes no sense.</exception>
    public static PromoCode Create(PromoCodeTerms terms, DateTimeOffset now)
    {
        terms.Check();
        return new PromoCode
        {
            Id = PromoCodeId.From(Guid.CreateVersion7(now)),
            Code = Normalize(terms.Code),
            Kind = terms.Kind,
            Value = terms.Value,
            Currency = terms.MinimumSubtotal.Currency,
            MinimumSubtotalMinorUnits = terms.MinimumSubtotal.MinorUnits,
            UsesMax = terms.UsesMax,
            UsesPerCustomerMax = terms.UsesPerCustomerMax,
            StartsAt = terms.StartsAt,
            ExpiresAt = terms.ExpiresAt,
            CreatedAt = now,
        };
    }

    /// <summary>The form in which two spellings of one code are equal.</summary>
    public static string Normalize(string code) => code.Trim().ToUpperInvariant();

    /// <summary>3 to 32 ASCII letters, digits, hyphens and underscores: what a normalized code can be.</summary>
    public static bool IsCode(string normalized) =>
        normalized.Length is >= CodeLengthMin and <= CodeLengthMax && normalized.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Nobody can use it from now on; orders that did keep their discount.</summary>
    /// <returns>False when it was inactive before.</returns>
    public bool Deactivate()
    {
        var was = Active;
        Active = false;
        return was;
    }

    /// <summary>Why it takes nothing off now. Null: it does.</summary>
    /// <param name="usesByCustomer">How often this customer used it.</param>
    public PromoCodeProblem? ProblemFor(Money subtotal, int usesByCustomer, DateTimeOffset now) => this switch
    {
        { Active: false } => PromoCodeProblem.Inactive,
        _ when subtotal.Currency != Currency => PromoCodeProblem.Unknown,
        _ when now < StartsAt => PromoCodeProblem.NotYetValid,
        _ when now >= ExpiresAt => PromoCodeProblem.Expired,
        _ when UseCount >= UsesMax || usesByCustomer >= UsesPerCustomerMax => PromoCodeProblem.UsedUp,
        _ when subtotal < MinimumSubtotal => PromoCodeProblem.MinimumNotReached,
        _ => null,
    };

    /// <summary>What it takes off: a percentage rounded half up to the minor unit; never more than there is.</summary>
    public Money DiscountOn(Money subtotal) => subtotal with
    {
        MinorUnits = Kind is PromoCodeKind.Percent
            ? (long)(((Int128)subtotal.MinorUnits * Value + 50) / 100)
            : Math.Min(Value, subtotal.MinorUnits),
    };
}
