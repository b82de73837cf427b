namespace Webox.Domain.Credits;

/// <summary>Why credits moved. A generation that ends always releases its whole reservation and is then charged for what it used.</summary>
public enum CreditEntryKind
{
    /// <summary>Bought with an order.</summary>
    Purchase,

    /// <summary>Held for a generation that starts; negative.</summary>
    Reservation,

    /// <summary>Used by a generation; negative.</summary>
    Charge,

    /// <summary>The reservation given back when the generation ended; positive.</summary>
    Release,

    /// <summary>Taken back because the order that bought them was refunded; negative.</summary>
    Refund,

    /// <summary>Corrected: given again after a refund that failed, or by hand.</summary>
    Adjustment,

    /// <summary>Given for a month, to a customer with a verified address.</summary>
    Grant,

    /// <summary>What was left of a month's grant when the month was over; negative.</summary>
    Expiry,

    /// <summary>Given up with the account; negative.</summary>
    Forfeiture,
}
