namespace Webox.Domain.Promotions;

/// <summary>The code takes nothing off this cart.</summary>
public sealed class PromoCodeNotUsableException(PromoCodeProblem reason, Money? minimum = null) : DomainException(MessageFor(reason, minimum))
{
    public PromoCodeProblem Reason { get; } = reason;

    internal static string MessageFor(PromoCodeProblem reason, Money? minimum) => reason switch
    {
        PromoCodeProblem.Inactive => "Ce code promo n'est plus proposé.",
        PromoCodeProblem.NotYetValid => "Ce code promo n'est pas encore valable.",
        PromoCodeProblem.Expired => "Ce code promo a expiré.",
        PromoCodeProblem.UsedUp => "Ce code promo a déjà été utilisé autant de fois qu'il pouvait l'être.",
        PromoCodeProblem.MinimumNotReached when minimum is not null => $"Ce code promo demande au moins {minimum} d'achats.",
        PromoCodeProblem.MinimumNotReached => "Le montant des achats est trop faible pour ce code promo.",
        _ => "Ce code promo n'existe pas.",
    };
}

public sealed class PromoCodeNotFoundException() : DomainException("Ce code promo n'existe pas.");

public sealed class PromoCodeTakenException(string code) : DomainException($"Le code promo {code} existe déjà.")
{
    public string Code { get; } = code;
}

public sealed class InvalidPromoCodeException(string field, string rule) : DomainException($"« {field} » n'est pas valable : {rule}.")
{
    /// <summary>As clients call it.</summary>
    public string Field { get; } = field;
}
