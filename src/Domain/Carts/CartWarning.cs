namespace Webox.Domain.Carts;

/// <summary>Something that changed behind the customer's back.</summary>
/// <param name="Message">Written to be shown to the customer.</param>
/// <param name="Line">The line it is about. Null: the whole cart.</param>
public sealed record CartWarning(CartWarningKind Kind, string Message, CartLine? Line);

public enum CartWarningKind
{
    /// <summary>The product costs more or less than when the line was last touched; the cart is charged at the new price.</summary>
    PriceChanged,

    /// <summary>The product is not for sale, or not to this customer.</summary>
    ProductUnavailable,

    /// <summary>Merging two carts took less than both together wanted.</summary>
    QuantityCapped,

    /// <summary>The promo code takes nothing off; the order cannot be placed with it.</summary>
    PromoCodeNotApplicable,
}
