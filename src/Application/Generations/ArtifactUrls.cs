using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Webox.Application.Accounts;
using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>
/// Addresses of artifacts that prove by themselves that their holder may read: HMAC-SHA256 over path and expiry. They can be put into
/// an <c>img</c> tag, need no cookie, and end after ten minutes.
/// </summary>
public sealed class ArtifactUrls(IKeyRing keys, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Path and query: <c>/artifacts/{generation}/{number}?expires=…&amp;signature=…</c>.</summary>
    public string Sign(GenerationId generation, int number)
    {
        var expires = clock.GetUtcNow().Add(Lifetime).ToUnixTimeSeconds();
        return string.Create(
            CultureInfo.InvariantCulture, $"/artifacts/{generation.Value:N}/{number}?expires={expires}&signature={Signature(generation, number, expires)}");
    }

    /// <returns>False when the signature is of something else or the address has expired.</returns>
    public bool IsValid(GenerationId generation, int number, long expires, string signature) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Signature(generation, number, expires)), Encoding.UTF8.GetBytes(signature))
        && clock.GetUtcNow().ToUnixTimeSeconds() <= expires;

    private string Signature(GenerationId generation, int number, long expires)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{generation.Value:N}\n{number}\n{expires}");
        return Convert.ToHexStringLower(HMACSHA256.HashData(keys.DeriveKey("artifact-url"), Encoding.ASCII.GetBytes(signed)));
    }
}
