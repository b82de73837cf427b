namespace Webox.Domain.Catalog;

public enum ProductKind
{
    /// <summary>Never runs out, is not shipped.</summary>
    Digital,

    /// <summary>Limited by its stock, shipped to an address.</summary>
    Physical,

    /// <summary>Adds credits to the buyer's balance, so the buyer needs an account.</summary>
    CreditPack,
}
