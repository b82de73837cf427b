namespace Webox.Domain.Carts;

/// <summary>What keeps a cart from becoming an order.</summary>
public enum CheckoutProblem
{
    CartEmpty,
    EmailMissing,
    BillingAddressMissing,

    /// <summary>Something must be shipped and neither a shipping nor a billing address is known.</summary>
    ShippingAddressMissing,

    /// <summary>A product left the catalogue, or is a credit pack in a guest's cart: credits need an account.</summary>
    ProductUnavailable,

    /// <summary>A line wants more than is left.</summary>
    OutOfStock,

    /// <summary>No parcel of this weight goes to that country.</summary>
    ShippingUnavailable,
}
