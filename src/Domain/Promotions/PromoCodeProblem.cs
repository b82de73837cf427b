namespace Webox.Domain.Promotions;

/// <summary>Why a code takes nothing off.</summary>
public enum PromoCodeProblem
{
    Unknown,

    /// <summary>The shop ended it.</summary>
    Inactive,
    NotYetValid,
    Expired,

    /// <summary>Its uses are spent: all of them, or those of this customer.</summary>
    UsedUp,

    /// <summary>The cart is worth less than the code asks for.</summary>
    MinimumNotReached,
}
