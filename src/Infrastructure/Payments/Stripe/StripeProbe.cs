using Webox.Application.Operations;
using Webox.Application.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>Asks for the balance, which every key may and which changes nothing. https://docs.stripe.com/api/balance/balance_retrieve</summary>
internal sealed class StripeProbe(StripeHttp http) : IProviderProbe, IDisposable
{
    public string Provider => "Stripe";

    public static StripeProbe Create(StripeOptions options, TimeProvider clock) => new(StripeHttp.Create(options, clock));

    public async Task<ProbeResult> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await http.InTimeAsync(token => http.GetAsync("v1/balance", [], StripeJson.Default.StripeBalance, token), cancellationToken);
            return new ProbeResult(true, $"GET /v1/balance: answered, {(answer.Object.Livemode ? "live" : "test")} mode.");
        }
        catch (Exception exception) when (exception is PaymentGatewayException or PaymentRefusedException)
        {
            return new ProbeResult(false, $"GET /v1/balance: {exception.Message}.");
        }
    }

    public void Dispose() => http.Dispose();
}
