using System.Security.Cryptography;

namespace Webox.Domain.Orders;

/// <summary>
/// <c>WBX-7K4M9-Q2XPA-0R3TC-HVN5D-8WYE1</c>: 125 bits from the system's cryptographic generator, so that nobody finds one by trying.
/// The alphabet is Crockford's, without I, L, O and U. https://www.crockford.com/base32.html
/// </summary>
public static class LicenseKey
{
    public const int Length = 33;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Draw() => "WBX-" + string.Join('-', Enumerable.Range(0, 5).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));
}
