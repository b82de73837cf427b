using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>An account at Stripe, and how it is reached.</summary>
/// <param name="PublishableKey">For the script in the shop's page. Null: customers can only pay on Stripe's page.</param>
/// <param name="WebhookSecrets">Each of them is good: there are two while one takes over from the other. Empty: no message is believed.</param>
/// <param name="Address">Ends with a slash; <c>v1/payment_intents</c> follows.</param>
/// <param name="Version">Of the API, sent with every call, so that answers keep their form. https://docs.stripe.com/api/versioning</param>
internal sealed partial record StripeOptions(
    string SecretKey, string? PublishableKey, IReadOnlyList<string> WebhookSecrets, Uri Address, string Version)
{
    /// <summary>
    /// <c>STRIPE_SECRET_KEY</c>, <c>STRIPE_PUBLISHABLE_KEY</c>, <c>STRIPE_WEBHOOK_SECRET</c> (several separated by commas),
    /// <c>WEBOX_STRIPE_BASE_URL</c> (default <c>https://api.stripe.com</c>) and <c>WEBOX_STRIPE_VERSION</c> (default <c>2026-10-28.endive</c>).
    /// </summary>
    /// <returns>Null without a secret key: then there is no Stripe here.</returns>
    public static StripeOptions? From(IConfiguration configuration)
    {
        if (configuration.Text("STRIPE_SECRET_KEY") is not { } key)
        {
            return null;
        }

        return new StripeOptions(
            Visible().IsMatch(key) ? key : throw new StartRefusedException("STRIPE_SECRET_KEY has characters that no key has."),
            configuration.Text("STRIPE_PUBLISHABLE_KEY"),
            (configuration["STRIPE_WEBHOOK_SECRET"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            configuration.Address("WEBOX_STRIPE_BASE_URL", "https://api.stripe.com", path: ""),
            ReadVersion(configuration.Text("WEBOX_STRIPE_VERSION") ?? "2026-10-28.endive"));
    }

    /// <summary>Never shows a key or a secret.</summary>
    public override string ToString() => $"Stripe at {Address}, {Version}";

    private static string ReadVersion(string text) =>
        Date().IsMatch(text)
            ? text
            : throw new StartRefusedException("WEBOX_STRIPE_VERSION must be a version of Stripe's API, as 2026-10-28.endive.");

    [GeneratedRegex("^[!-~]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Visible();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.[a-z]{1,32})?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Date();
}
