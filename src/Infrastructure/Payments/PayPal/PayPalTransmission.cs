using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Webox.Application.Payments;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>
/// What PayPal writes into the headers of a message. It signs <c>id|time|webhook id|CRC-32 of the body</c> with RSA and SHA-256.
/// https://developer.paypal.com/api/rest/webhooks/rest/#link-selfverificationmethod
/// </summary>
/// <param name="Signature">Base64, as it came.</param>
/// <param name="CertificateUrl">As it came: it may lead anywhere.</param>
internal sealed record PayPalTransmission(string Id, string Time, string Signature, string CertificateUrl)
{
    /// <summary>The only one that PayPal uses. Others are weaker.</summary>
    public const string Algorithm = "SHA256withRSA";

    /// <summary>Of each header, as PayPal's own document says.</summary>
    private const int LengthMax = 500;

    /// <returns>Null when a header is absent, doubled, too long or no Base64, or the algorithm is another.</returns>
    public static PayPalTransmission? From(WebhookDelivery delivery)
    {
        return Header("PAYPAL-TRANSMISSION-ID") is { } id
            && Header("PAYPAL-TRANSMISSION-TIME") is { } time
            && Header("PAYPAL-TRANSMISSION-SIG") is { } signature && Base64.IsValid(signature)
            && Header("PAYPAL-CERT-URL") is { } url
            && Header("PAYPAL-AUTH-ALGO") == Algorithm
                ? new(id, time, signature, url)
                : null;

        string? Header(string name) => delivery.Header(name) is { Length: <= LengthMax } value ? value : null;
    }

    /// <param name="body">Byte for byte as it came.</param>
    public bool IsSignedBy(RSA key, string webhookId, ReadOnlySpan<byte> body) => key.VerifyData(
        Encoding.UTF8.GetBytes($"{Id}|{Time}|{webhookId}|{Crc32.Of(body)}"),
        Convert.FromBase64String(Signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
