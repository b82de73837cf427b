using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>
/// The certificates with which PayPal signs. A message says where its certificate is, so nothing is fetched but from PayPal, and
/// nothing is believed but what a trusted root vouches for. What is trusted is kept until it ends.
/// </summary>
/// <param name="trust">Decides, given what was fetched.</param>
internal sealed class PayPalCertificates(PayPalOptions options, PayPalHttp http, PayPalTrust trust, TimeProvider clock) : IDisposable
{
    private const int KeptMax = 16;

    private readonly Lock _lock = new();
    private readonly Dictionary<Uri, TrustedCertificate> _kept = [];
    private readonly Dictionary<Uri, Task<TrustedCertificate?>> _fetches = [];

    /// <returns>Null for an address that is not PayPal's, nor of the server that is configured in its place.</returns>
    public Uri? Address(string text) =>
        text.All(c => c is > ' ' and <= '~' and not '\\' and not '@') && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (PayPalDomain.Has(address) || IsConfigured(address))
            ? address
            : null;

    /// <returns>The key of the certificate at this address. Null when it is not to be trusted.</returns>
    /// <exception cref="PaymentGatewayException">It could not be fetched.</exception>
    public async Task<RSA?> KeyAsync(Uri address, CancellationToken cancellationToken)
    {
        Task<TrustedCertificate?>? fetch;
        lock (_lock)
        {
            if (_kept.TryGetValue(address, out var kept) && clock.GetUtcNow() < kept.EndsAt)
            {
                return kept.Certificate.GetRSAPublicKey();
            }

            if (!_fetches.TryGetValue(address, out fetch))
            {
                // Whoever waits may give up; the others go on waiting.
                fetch = Task.Run(() => FetchAsync(address), CancellationToken.None);
                _fetches.Add(address, fetch);
            }
        }

        return (await fetch.WaitAsync(cancellationToken))?.Certificate.GetRSAPublicKey();
    }

    public void Dispose() => http.Dispose();

    private async Task<TrustedCertificate?> FetchAsync(Uri address)
    {
        TrustedCertificate? trusted = null;
        try
        {
            var reply = await http.SendAsync(
                () => new HttpRequestMessage(HttpMethod.Get, address), PayPalLimits.Certificate, CancellationToken.None);
            trusted = reply.Status is HttpStatusCode.OK
                ? trust.Check(Encoding.Latin1.GetString(reply.Body), clock.GetUtcNow())
                : throw new PaymentGatewayException(PaymentProvider.Paypal, $"gave no certificate: {(int)reply.Status}");
            return trusted;
        }
        finally
        {
            lock (_lock)
            {
                _fetches.Remove(address);
                if (trusted is not null)
                {
                    Keep(address, trusted);
                }
            }
        }
    }

    private void Keep(Uri address, TrustedCertificate trusted)
    {
        if (_kept.Count == KeptMax && !_kept.ContainsKey(address))
        {
            _kept.Remove(_kept.MinBy(one => one.Value.EndsAt).Key);
        }

        _kept[address] = trusted;
    }

    /// <summary>True for the very server that stands in for PayPal.</summary>
    private bool IsConfigured(Uri address) =>
        !PayPalDomain.Has(options.Address)
        && address.GetLeftPart(UriPartial.Authority) == options.Address.GetLeftPart(UriPartial.Authority);
}
