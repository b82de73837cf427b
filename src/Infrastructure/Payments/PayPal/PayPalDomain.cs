namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>What belongs to PayPal by its name.</summary>
internal static class PayPalDomain
{
    private const string Suffix = ".paypal.com";

    /// <summary>True for a name under paypal.com.</summary>
    public static bool Has(string name) => name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for https to a host under paypal.com, with nothing in the address that could lead elsewhere.</summary>
    public static bool Has(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo.Length == 0
        && address.HostNameType is UriHostNameType.Dns && Has(address.IdnHost);
}
