using Webox.Application.Payments;
using Webox.Infrastructure.Payments.PayPal;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

public sealed class PayPalTokensTests : IDisposable
{
    private const string Get = $"GET /v2/checkout/orders/{PayPalStage.OrderId}";
    private const string Refused = """{"error":"invalid_token","error_description":"Token signature verification failed"}""";
    private const string Order = $$"""{"id":"{{PayPalStage.OrderId}}","status":"CREATED","intent":"CAPTURE"}""";

    private readonly PayPalStage _stage = new();

    [Fact]
    public async Task Fifty_calls_at_once_ask_for_one_token()
    {
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _stage.PayPal.Then(ScriptedPayPal.TokenRequest, async _ =>
        {
            await isAsked.Task;
            return ScriptedPayPal.Reply(200, ScriptedPayPal.TokenBody("T1"));
        });
        _stage.PayPal.Otherwise = sent => ScriptedPayPal.Reply(200, sent.Name == ScriptedPayPal.TokenRequest ? ScriptedPayPal.TokenBody("T2") : Order);
        var calls = Enumerable.Range(0, 50).Select(_ => FindAsync()).ToList();

        isAsked.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(1, _stage.PayPal.TokenRequests);
        Assert.Equal(50, _stage.PayPal.Calls.Count);
        Assert.All(_stage.PayPal.Calls, call => Assert.Equal("Bearer T1", call.Header("Authorization")));
    }

    [Fact]
    public async Task A_token_that_is_not_taken_any_more_is_renewed_once_however_many_calls_find_out()
    {
        var given = 0;
        _stage.PayPal.Otherwise = sent => sent.Name == ScriptedPayPal.TokenRequest
            ? ScriptedPayPal.Reply(200, ScriptedPayPal.TokenBody($"T{Interlocked.Increment(ref given)}"))
            : sent.Header("Authorization") == "Bearer T1" ? ScriptedPayPal.Reply(401, Refused) : ScriptedPayPal.Reply(200, Order);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(FindAsync)));

        Assert.Equal(2, _stage.PayPal.TokenRequests);
    }

    [Fact]
    public async Task Who_finds_out_late_takes_the_token_that_came_meanwhile()
    {
        var (isSent, isLate) = (new TaskCompletionSource(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _stage.PayPal
            .Then(ScriptedPayPal.TokenRequest, 200, ScriptedPayPal.TokenBody("T1"))
            .Then(Get, async _ =>
            {
                isSent.SetResult();
                await isLate.Task;
                return ScriptedPayPal.Reply(401, Refused);
            })
            .Then(Get, 401, Refused)
            .Then(ScriptedPayPal.TokenRequest, 200, ScriptedPayPal.TokenBody("T2"))
            .Then(Get, 200, Order)
            .Then(Get, 200, Order);

        var late = FindAsync();
        await isSent.Task;
        await FindAsync();
        isLate.SetResult();
        await late;

        Assert.Equal(2, _stage.PayPal.TokenRequests);
        Assert.Equal("Bearer T2", _stage.PayPal.Calls[^1].Header("Authorization"));
    }

    [Fact]
    public async Task A_call_that_is_refused_with_a_new_token_too_is_given_up()
    {
        _stage.PayPal.Otherwise = sent => sent.Name == ScriptedPayPal.TokenRequest
            ? null
            : ScriptedPayPal.Reply(401, """{"name":"AUTHENTICATION_FAILURE","details":[{"issue":"INVALID_ACCOUNT_STATUS"}]}""");

        var failure = await Assert.ThrowsAsync<PaymentGatewayException>(FindAsync);

        Assert.Equal("Paypal: answered 401 INVALID_ACCOUNT_STATUS, debug id f12345abc6789", failure.Message);
        Assert.Equal(2, _stage.PayPal.TokenRequests);
        Assert.Equal(2, _stage.PayPal.Calls.Count);
    }

    [Theory]
    [InlineData(31668 - 61, 1)]
    [InlineData(31668 - 60, 2)]
    public async Task A_token_is_used_until_a_minute_before_its_end(int afterSeconds, int tokens)
    {
        _stage.PayPal.Otherwise = sent => sent.Name == ScriptedPayPal.TokenRequest ? null : ScriptedPayPal.Reply(200, Order);

        await FindAsync();
        _stage.Clock.Elapse(TimeSpan.FromSeconds(afterSeconds));
        await FindAsync();

        Assert.Equal(tokens, _stage.PayPal.TokenRequests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(30)]
    public async Task A_token_of_no_time_serves_the_call_it_was_asked_for(int expiresIn)
    {
        _stage.PayPal.Otherwise = sent => sent.Name == ScriptedPayPal.TokenRequest
            ? ScriptedPayPal.Reply(200, ScriptedPayPal.TokenBody("T", expiresIn)) : ScriptedPayPal.Reply(200, Order);

        await FindAsync();
        await FindAsync();

        Assert.Equal(2, _stage.PayPal.TokenRequests);
    }

    [Theory]
    [InlineData(401, """{"error":"invalid_client","error_description":"client-secret is wrong"}""", "Paypal: gave no token: 401 invalid_client")]
    [InlineData(200, """{"error":"client-secret"}""", "Paypal: gave no token: 200")]
    [InlineData(200, """{"access_token":"a\r\nX-Evil: 1","expires_in":9}""", "Paypal: gave no token: 200")]
    [InlineData(200, """{"access_token":""", "Paypal: gave no token: 200")]
    [InlineData(200, "null", "Paypal: gave no token: 200")]
    [InlineData(302, "", "Paypal: gave no token: 302")]
    public async Task Without_a_token_nothing_is_called_and_no_secret_is_told(int status, string body, string message)
    {
        _stage.PayPal.Then(ScriptedPayPal.TokenRequest, status, body);

        var failure = await Assert.ThrowsAsync<PaymentGatewayException>(FindAsync);

        Assert.Equal(message, failure.Message);
        Assert.DoesNotContain(PayPalStage.Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(_stage.PayPal.Calls);
    }

    public void Dispose() => _stage.Dispose();

    private Task<ProviderAnswer> FindAsync() => _stage.Gateway.FindAsync(PayPalStage.Call("find"), default);
}
