namespace Webox.Domain.Payments;

public enum PaymentProvider
{
    Stripe,
    Paypal,
    BankTransfer,

    /// <summary>No money moves. The default when no provider is configured.</summary>
    Sandbox,
}
