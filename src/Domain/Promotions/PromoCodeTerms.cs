namespace Webox.Domain.Promotions;

/// <summary>What a new code is to do.</summary>
/// <param name="Value">Whole percent, 1 to 100, or minor units, by <paramref name="Kind"/>.</param>
public sealed record PromoCodeTerms(string Code, PromoCodeKind Kind, long Value, Money MinimumSubtotal)
{
    /// <summary>Null: any number.</summary>
    public int? UsesMax { get; init; }

    /// <summary>Uses of one account or e-mail address. Null: any number.</summary>
    public int? UsesPerCustomerMax { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>The first moment at which it is over.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <exception cref="InvalidPromoCodeException">A part of it makes no sense.</exception>
    internal void Check()
    {
        Require(
            PromoCode.IsCode(PromoCode.Normalize(Code)), "code", $"de {PromoCode.CodeLengthMin} à {PromoCode.CodeLengthMax} lettres sans accent, chiffres, tirets ou soulignés");
        Require(Kind is not PromoCodeKind.Percent || Value is >= 1 and <= 100, "value", "un pourcentage de 1 à 100");
        Require(Value is >= 1 and <= PromoCode.AmountMax, "value", "un montant positif");
        Require(MinimumSubtotal.MinorUnits is >= 0 and <= PromoCode.AmountMax, "minimumSubtotalMinorUnits", "zéro ou un montant positif");
        Require(UsesMax is null or >= 1, "usesMax", "au moins 1");
        Require(UsesPerCustomerMax is null or >= 1, "usesPerCustomerMax", "au moins 1");
        Require(StartsAt is null || ExpiresAt is null || StartsAt < ExpiresAt, "expiresAt", "une date après le début");
    }

    private static void Require(bool holds, string field, string rule)
    {
        if (!holds)
        {
            throw new InvalidPromoCodeException(field, rule);
        }
    }
}
