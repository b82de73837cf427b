using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Webox.Application.Accounts;

namespace Webox.Application;

/// <summary>
/// Addresses that prove by themselves that their holder may read: HMAC-SHA256 over path and expiry. They can be put into an <c>img</c>
/// tag, need no cookie, and end after ten minutes.
/// </summary>
public sealed class SignedUrls(IKeyRing keys, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <param name="path">Of this server, without a query: it must name all that the address shows.</param>
    /// <returns>Path and query: <c>/artifacts/…?expires=…&amp;signature=…</c>.</returns>
    public string Sign(string path)
    {
        var expires = clock.GetUtcNow().Add(Lifetime).ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"{path}?expires={expires}&signature={Signature(path, expires)}");
    }

    /// <param name="expires">As the query says it.</param>
    /// <param name="signature">As the query says it.</param>
    /// <returns>False when the signature is of something else, or the address has expired.</returns>
    public bool IsValid(string path, string? expires, string? signature) =>
        long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var until)
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Signature(path, until)), Encoding.UTF8.GetBytes(signature ?? ""))
        && clock.GetUtcNow().ToUnixTimeSeconds() <= until;

    private string Signature(string path, long expires)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{path}\n{expires}");
        return Convert.ToHexStringLower(HMACSHA256.HashData(keys.DeriveKey("signed-url"), Encoding.UTF8.GetBytes(signed)));
    }
}
