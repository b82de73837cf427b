using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>
/// The header <c>Stripe-Signature: t=1767225600,v1=…,v1=…</c>, read as strictly as Stripe's own packages read it.
/// https://docs.stripe.com/webhooks#verify-manually
/// </summary>
/// <param name="Time">As it was written, because it is signed.</param>
/// <param name="Signatures">Those of the scheme v1, in hexadecimal; each secret of the endpoint makes one.</param>
internal sealed record StripeSignature(string Time, long Seconds, IReadOnlyList<byte[]> Signatures)
{
    /// <returns>Null when it has no time.</returns>
    public static StripeSignature? Parse(string header)
    {
        var parts = header.Split(',').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToLookup(part => part[0], part => part[1]);
        return parts["t"].LastOrDefault() is { } time && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new StripeSignature(time, seconds, [.. parts["v1"].Select(Encoding.UTF8.GetBytes)])
            : null;
    }

    public bool IsBy(string secret, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(Time + "."));
        hmac.AppendData(body);
        var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hmac.GetHashAndReset()));

        // Every signature is compared, so that the time says nothing about which one was good.
        return Signatures.Aggregate(false, (isBy, signature) => isBy | CryptographicOperations.FixedTimeEquals(signature, expected));
    }
}
