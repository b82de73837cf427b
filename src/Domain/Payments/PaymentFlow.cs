namespace Webox.Domain.Payments;

/// <summary>Where the customer pays.</summary>
public enum PaymentFlow
{
    /// <summary>On the shop's own page, by the provider's script.</summary>
    Embedded,

    /// <summary>On a page of the provider, which sends the customer back afterwards.</summary>
    Redirect,
}
