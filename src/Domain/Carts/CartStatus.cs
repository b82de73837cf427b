namespace Webox.Domain.Carts;

/// <summary>Only an open cart can change; the others are kept because orders and repeated requests refer to them.</summary>
public enum CartStatus
{
    Open,

    /// <summary>Became an order.</summary>
    Ordered,

    /// <summary>A guest's cart whose lines went into a customer's.</summary>
    Merged,
}
