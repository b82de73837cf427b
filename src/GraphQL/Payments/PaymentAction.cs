using Webox.Application.Payments;

namespace Webox.GraphQL.Payments;

/// <summary>What the customer must do to pay.</summary>
[UnionType]
public abstract record PaymentAction
{
    internal static PaymentAction? Of(NextStep? step) => step switch
    {
        null => null,
        NextStep.Redirect(var url, var reference) => new RedirectToProvider(url, reference),
        NextStep.ConfirmWithStripe(var secret, var key) => new ConfirmWithStripe(secret, key),
        NextStep.Transfer(var iban, var bic, var beneficiary, var reference, var payBefore) => new TransferMoney(iban, bic, beneficiary, reference, payBefore),
        NextStep.PlaySandbox(var outcomes) => new ConfirmInSandbox(outcomes),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };
}

/// <summary>Send the customer to `url`; the provider sends them back to your `returnUrl`.</summary>
/// <param name="Reference">The provider's own id: PayPal's JavaScript buttons take it as the order id instead of the redirection.</param>
public sealed record RedirectToProvider(Uri Url, string Reference) : PaymentAction;

/// <summary>Confirm the payment in your page with Stripe.js.</summary>
public sealed record ConfirmWithStripe(string ClientSecret, string PublishableKey) : PaymentAction;

/// <summary>The customer's bank must quote `reference`.</summary>
public sealed record TransferMoney(string Iban, string Bic, string Beneficiary, string Reference, DateTimeOffset PayBefore) : PaymentAction;

/// <summary>Call `confirmSandboxPayment` with the outcome to play.</summary>
public sealed record ConfirmInSandbox(IReadOnlyList<SandboxOutcome> Outcomes) : PaymentAction;
