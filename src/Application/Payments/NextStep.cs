namespace Webox.Application.Payments;

/// <summary>What a customer must do so that a payment goes on.</summary>
public abstract record NextStep
{
    private NextStep()
    {
    }

    /// <summary>Go to a page of the provider.</summary>
    /// <param name="Reference">The provider's own id of what the page is about: a PayPal order, a Checkout Session.</param>
    public sealed record Redirect(Uri Url, string Reference) : NextStep;

    /// <summary>Confirm in the shop's page with Stripe's script.</summary>
    public sealed record ConfirmWithStripe(string ClientSecret, string PublishableKey) : NextStep;

    /// <summary>Transfer money, quoting the reference.</summary>
    public sealed record Transfer(string Iban, string Bic, string Beneficiary, string Reference, DateTimeOffset PayBefore) : NextStep;

    /// <summary>Play one of the sandbox's outcomes.</summary>
    public sealed record PlaySandbox(IReadOnlyList<SandboxOutcome> Outcomes) : NextStep;
}
