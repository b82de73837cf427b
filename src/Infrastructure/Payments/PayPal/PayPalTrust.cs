using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>
/// Tells a certificate of PayPal's from any other: a trusted root vouches for it, at this time, and for a name under paypal.com. It asks
/// nobody: neither for certificates in between nor whether one was revoked.
/// </summary>
/// <param name="roots">Trusted instead of the system's; what is no root among them may stand in between. Null: the system's.</param>
internal sealed class PayPalTrust(X509Certificate2Collection? roots)
{
    /// <exception cref="StartRefusedException">The configured file holds no certificate.</exception>
    public static PayPalTrust Load(PayPalOptions options)
    {
        if (options.WebhookRoots is not { } path)
        {
            return new PayPalTrust(roots: null);
        }

        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPemFile(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new StartRefusedException("WEBOX_PAYPAL_WEBHOOK_ROOTS cannot be read.");
        }

        return roots.Count > 0
            ? new PayPalTrust(roots)
            : throw new StartRefusedException("WEBOX_PAYPAL_WEBHOOK_ROOTS holds no certificate.");
    }

    /// <param name="pem">The certificate; others after it may stand between it and its root.</param>
    /// <returns>Null when it is not to be trusted.</returns>
    public TrustedCertificate? Check(string pem, DateTimeOffset now)
    {
        if (Parse(pem) is not [var certificate, .. var others] || !IsForPayPal(certificate))
        {
            return null;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.ExtraStore.AddRange(others.ToArray());
        if (roots is not null)
        {
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(roots.Where(IsRoot).ToArray());
            chain.ChainPolicy.ExtraStore.AddRange(roots.Where(one => !IsRoot(one)).ToArray());
        }

        return chain.Build(certificate)
            ? new TrustedCertificate(certificate, chain.ChainElements.Min(element => new DateTimeOffset(element.Certificate.NotAfter)))
            : null;
    }

    private static List<X509Certificate2> Parse(string pem)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            // What is no certificate is none to trust.
        }

        return [.. certificates];
    }

    private static bool IsRoot(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    /// <summary>All of its names are, and there is one. The subject counts only without other names (RFC 6125, section 6.4.4).</summary>
    private static bool IsForPayPal(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(names => names.EnumerateDnsNames()).ToList();
        if (names.Count == 0)
        {
            names = [certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)];
        }

        return names.TrueForAll(PayPalDomain.Has);
    }
}

/// <param name="EndsAt">When it, or one that vouches for it, ends.</param>
internal sealed record TrustedCertificate(X509Certificate2 Certificate, DateTimeOffset EndsAt);
