using Webox.Application.Operations;
using Webox.Infrastructure.Payments.Stripe;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

public sealed class StripeProbeTests : IDisposable
{
    private readonly ScriptedStripe _stripe = new();

    public void Dispose() => _stripe.Dispose();

    [Theory]
    [InlineData("true", "live")]
    [InlineData("false", "test")]
    public async Task A_good_key_sees_the_balance(string isLive, string mode)
    {
        _stripe.Answers($$"""{"object":"balance","livemode":{{isLive}},"available":[]}""");

        Assert.Equal(new ProbeResult(true, $"GET /v1/balance: answered, {mode} mode."), await ProbeAsync());

        Assert.Equal(("GET", "/v1/balance"), (_stripe.Requests[0].Method, _stripe.Requests[0].Path));
    }

    [Fact]
    public async Task A_bad_key_is_said_and_not_shown()
    {
        _stripe.Answers(StripeSays.Error("invalid_request_error"), 401, ("request-id", "req_1"));

        Assert.Equal(
            new ProbeResult(false, "GET /v1/balance: Stripe: the secret key is not accepted, or may not do this (req_1)."), await ProbeAsync());
    }

    [Fact]
    public async Task A_server_that_is_away_is_said()
    {
        _stripe.BreaksOff().BreaksOff().BreaksOff();

        Assert.Equal(new ProbeResult(false, "GET /v1/balance: Stripe: the connection failed."), await ProbeAsync());
    }

    private Task<ProbeResult> ProbeAsync() => new StripeProbe(_stripe.Http()).ProbeAsync(default);
}
