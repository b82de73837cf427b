using Webox.Application.Operations;
using Webox.Application.Payments;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>Asks PayPal for a token: it shows that the address is right and the credentials are taken.</summary>
internal sealed class PayPalProbe(PayPalOptions options, PayPalClient client) : IProviderProbe, IDisposable
{
    public string Provider => "PayPal";

    public static PayPalProbe Create(PayPalOptions options, TimeProvider clock) => new(options, PayPalClient.Create(options, clock));

    public async Task<ProbeResult> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.InTimeAsync(
                async limit =>
                {
                    await client.CheckAsync(limit);
                    return true;
                },
                cancellationToken);
            return new ProbeResult(true, $"{options.Address} gave a token.");
        }
        catch (PaymentGatewayException failure)
        {
            return new ProbeResult(false, $"{options.Address}: {failure.Message}.");
        }
    }

    public void Dispose() => client.Dispose();
}
