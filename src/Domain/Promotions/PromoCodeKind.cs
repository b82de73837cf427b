namespace Webox.Domain.Promotions;

public enum PromoCodeKind
{
    /// <summary>A share of the subtotal.</summary>
    Percent,

    /// <summary>The same amount whatever is bought, at most the subtotal.</summary>
    FixedAmount,
}
