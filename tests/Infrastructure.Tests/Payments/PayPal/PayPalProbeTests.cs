using Webox.Application.Operations;
using Webox.Infrastructure.Payments.PayPal;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

public sealed class PayPalProbeTests : IDisposable
{
    private readonly PayPalStage _stage = new();

    [Fact]
    public async Task A_token_is_proof_enough()
    {
        Assert.Equal(new ProbeResult(true, "https://api-m.sandbox.paypal.com/ gave a token."), await ProbeAsync());
        Assert.Empty(_stage.PayPal.Calls);
    }

    [Fact]
    public async Task A_refused_secret_is_told_and_not_shown()
    {
        _stage.PayPal.Then(ScriptedPayPal.TokenRequest, 401, """{"error":"invalid_client","error_description":"client-secret"}""");

        Assert.Equal(
            new ProbeResult(false, "https://api-m.sandbox.paypal.com/: Paypal: gave no token: 401 invalid_client."), await ProbeAsync());
    }

    public void Dispose() => _stage.Dispose();

    private Task<ProbeResult> ProbeAsync() => new PayPalProbe(PayPalStage.Options, _stage.Client).ProbeAsync(default);
}
