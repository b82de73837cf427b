using Webox.Domain.Payments;

namespace Webox.GraphQL.Payments;

/// <summary>What a browser lets the checkout page do: talk to this server, and to the providers that are offered here.</summary>
internal static class CheckoutPagePolicy
{
    /// <summary>https://www.w3.org/TR/CSP3/</summary>
    /// <param name="nonce">Drawn for this answer. Only PayPal's script is given it.</param>
    public static string For(IReadOnlyCollection<PaymentProvider> providers, string nonce)
    {
        var stripe = providers.Contains(PaymentProvider.Stripe);
        var paypal = providers.Contains(PaymentProvider.Paypal);

        // https://docs.stripe.com/security/guide#content-security-policy
        var stripeScripts = stripe ? " https://js.stripe.com https://*.js.stripe.com" : "";
        var stripeFrames = stripe ? $"{stripeScripts} https://hooks.stripe.com" : "";
        var stripeCalls = stripe ? " https://api.stripe.com" : "";

        // https://developer.paypal.com/sdk/js/best-practices: the script writes styles and scripts into the page, marked with the nonce.
        var paypalHosts = paypal ? " https://*.paypal.com https://*.paypalobjects.com" : "";
        var paypalInline = paypal ? $" 'nonce-{nonce}'" : "";
        var paypalImages = paypal ? " data:" : "";

        return string.Join("; ",
        [
            "default-src 'none'",
            $"script-src 'self'{stripeScripts}{paypalHosts}{paypalInline}",
            $"style-src 'self'{paypalHosts}{paypalInline}",
            $"img-src 'self'{paypalHosts}{paypalImages}",
            $"connect-src 'self'{stripeCalls}{paypalHosts}",
            stripe || paypal ? $"frame-src{stripeFrames}{paypalHosts}" : "frame-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        ]);
    }
}
