using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>A PayPal account, and how its messages are checked.</summary>
/// <param name="Address">Of the REST API; ends with a slash.</param>
/// <param name="WebhookId">PayPal's id of our webhook, a part of what it signs. Null: no message is believed.</param>
/// <param name="WebhookRoots">
/// A PEM file of root certificates to trust instead of the system's, and of others that may stand in between. Null: the system's.
/// </param>
internal sealed record PayPalOptions(
    string ClientId, string ClientSecret, Uri Address, string? WebhookId, PayPalVerification Verification, string? WebhookRoots)
{
    private const string Sandbox = "https://api-m.sandbox.paypal.com";
    private const string Live = "https://api-m.paypal.com";

    /// <summary>
    /// <c>PAYPAL_CLIENT_ID</c> and <c>PAYPAL_CLIENT_SECRET</c>, <c>PAYPAL_MODE</c> (<c>sandbox</c>, the default, or <c>live</c>) or
    /// <c>WEBOX_PAYPAL_BASE_URL</c>; for messages <c>PAYPAL_WEBHOOK_ID</c>, <c>WEBOX_PAYPAL_WEBHOOK_VERIFICATION</c>
    /// (<c>certificate</c>, the default, or <c>call</c>) and <c>WEBOX_PAYPAL_WEBHOOK_ROOTS</c>.
    /// </summary>
    /// <returns>Null without a client id.</returns>
    /// <exception cref="StartRefusedException">A setting is missing, or no value it can have.</exception>
    public static PayPalOptions? From(IConfiguration configuration)
    {
        if (configuration.Text("PAYPAL_CLIENT_ID") is not { } clientId)
        {
            return null;
        }

        var secret = configuration.Text("PAYPAL_CLIENT_SECRET")
            ?? throw new StartRefusedException("PAYPAL_CLIENT_SECRET is missing.");
        var address = Choose(configuration, "PAYPAL_MODE", ("sandbox", Sandbox), ("live", Live));
        return new(
            clientId, secret,
            configuration.Address("WEBOX_PAYPAL_BASE_URL", address, path: ""),
            configuration.Text("PAYPAL_WEBHOOK_ID"),
            Choose(
                configuration, "WEBOX_PAYPAL_WEBHOOK_VERIFICATION",
                ("certificate", PayPalVerification.Certificate), ("call", PayPalVerification.Call)),
            configuration.Text("WEBOX_PAYPAL_WEBHOOK_ROOTS"));
    }

    /// <summary>Never shows the secret.</summary>
    public override string ToString() => $"PayPal at {Address}";

    /// <summary>The first choice is the default.</summary>
    private static T Choose<T>(IConfiguration configuration, string name, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        var word = configuration.Text(name) ?? choices[0].Word;
        foreach (var choice in choices)
        {
            if (choice.Word.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return choice.Value;
            }
        }

        throw new StartRefusedException($"{name} must be {choices[0].Word} or {choices[1].Word}.");
    }
}

/// <summary>How it is found out that a message comes from PayPal.</summary>
internal enum PayPalVerification
{
    /// <summary>Its signature is checked here, with PayPal's certificate.</summary>
    Certificate,

    /// <summary>PayPal is asked.</summary>
    Call,
}
