using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Webox.Application.Payments;
using Webox.Infrastructure.Payments.PayPal;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

/// <summary>An authority that vouches for certificates, as those do that PayPal buys from.</summary>
internal sealed class CertificateAuthority
{
    private readonly X509Certificate2 _certificate;

    private CertificateAuthority(X509Certificate2 certificate) => _certificate = certificate;

    public string Pem => _certificate.ExportCertificatePem();

    public X509Certificate2Collection Roots => [X509CertificateLoader.LoadCertificate(_certificate.RawData)];

    public static CertificateAuthority CreateRoot(string name, DateTimeOffset now)
    {
        var request = Request(name, RSA.Create(2048), isAuthority: true);
        return new(request.CreateSelfSigned(now.AddYears(-1), now.AddYears(20)));
    }

    /// <summary>Another authority, which this one vouches for.</summary>
    public CertificateAuthority CreateIntermediate(string name, DateTimeOffset now)
    {
        var key = RSA.Create(2048);
        using var certificate = Request(name, key, isAuthority: true).Create(_certificate, now.AddMonths(-6), now.AddYears(10), [1, 2, 3]);
        return new(certificate.CopyWithPrivateKey(key));
    }

    /// <param name="dnsNames">None: the certificate has only its subject.</param>
    public PayPalSigner Issue(string subject, string[] dnsNames, DateTimeOffset from, DateTimeOffset to)
    {
        var key = RSA.Create(2048);
        var request = Request(subject, key, isAuthority: false);
        if (dnsNames.Length > 0)
        {
            var names = new SubjectAlternativeNameBuilder();
            Array.ForEach(dnsNames, names.AddDnsName);
            request.CertificateExtensions.Add(names.Build());
        }

        using var certificate = request.Create(_certificate, from, to, RandomNumberGenerator.GetBytes(8));
        return new(key, certificate.ExportCertificatePem());
    }

    private static CertificateRequest Request(string name, RSA key, bool isAuthority)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        return request;
    }
}

/// <summary>Signs messages as PayPal does.</summary>
/// <param name="Pem">What is at the address of the certificate.</param>
internal sealed record PayPalSigner(RSA Key, string Pem)
{
    public const string CertificateUrl = "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1";

    public WebhookDelivery Sign(
        string body, string webhookId, string url = CertificateUrl, string algorithm = PayPalTransmission.Algorithm, HashAlgorithmName? hash = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var signed = Encoding.UTF8.GetBytes($"t-1|2026-01-02T03:04:05Z|{webhookId}|{Crc32.Of(bytes)}");
        var signature = Key.SignData(signed, hash ?? HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Delivery(bytes, new()
        {
            ["PAYPAL-TRANSMISSION-ID"] = "t-1",
            ["PAYPAL-TRANSMISSION-TIME"] = "2026-01-02T03:04:05Z",
            ["PAYPAL-TRANSMISSION-SIG"] = Convert.ToBase64String(signature),
            ["PAYPAL-CERT-URL"] = url,
            ["PAYPAL-AUTH-ALGO"] = algorithm,
        });
    }

    public static WebhookDelivery Delivery(byte[] body, Dictionary<string, string> headers) => new(
        headers.ToDictionary(header => header.Key, header => (IReadOnlyList<string>)[header.Value], StringComparer.OrdinalIgnoreCase), body);
}
