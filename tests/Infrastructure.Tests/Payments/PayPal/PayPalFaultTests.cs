using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Webox.Application.Payments;
using Webox.Infrastructure.Payments.PayPal;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

/// <summary>What can go wrong on the way, before a scripted PayPal and before a real server.</summary>
public sealed class PayPalFaultTests : IDisposable
{
    private const string Capture = $"POST /v2/checkout/orders/{PayPalStage.OrderId}/capture";
    private const string InternalError = """{"name":"INTERNAL_SERVER_ERROR","debug_id":"f12345abc6789","details":[]}""";

    private readonly PayPalStage _stage = new();

    [Fact]
    public async Task After_a_failure_of_paypals_the_very_same_is_sent_again()
    {
        _stage.PayPal.Then(Capture, 500, InternalError).Then(Capture, 503, "").Then(Capture, 200, PayPalStage.CapturedOrder());

        await CaptureAsync();

        Assert.Equal(3, _stage.PayPal.Calls.Count);
        Assert.All(_stage.PayPal.Calls, call => Assert.Equal(
            (Capture, $"{PayPalStage.Key}-capture", "return=representation"), (call.Name, call.Header("PayPal-Request-Id"), call.Header("Prefer"))));
    }

    [Fact]
    public async Task After_three_failures_nobody_knows_what_happened()
    {
        _stage.PayPal.Then(Capture, 500, InternalError).Then(Capture, 500, InternalError).Then(Capture, 500, InternalError);

        var failure = await Assert.ThrowsAsync<PaymentGatewayException>(CaptureAsync);

        Assert.Equal("Paypal: answered 500 INTERNAL_SERVER_ERROR, debug id f12345abc6789", failure.Message);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_tried_again()
    {
        _stage.PayPal
            .Then(Capture, _ => throw new HttpRequestException("refused"))
            .Then(Capture, _ => throw new HttpIOException(HttpRequestError.ResponseEnded))
            .Then(Capture, 201, PayPalStage.CapturedOrder());

        await CaptureAsync();

        Assert.Single(_stage.PayPal.Calls.Select(call => call.Header("PayPal-Request-Id")).Distinct());
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_no_answer()
    {
        for (var tries = 0; tries < 3; tries++)
        {
            _stage.PayPal.Then(Capture, _ => throw new HttpRequestException("refused"));
        }

        var failure = await Assert.ThrowsAsync<PaymentGatewayException>(CaptureAsync);

        Assert.Equal("Paypal: gave no answer", failure.Message);
    }

    [Fact]
    public async Task A_try_ends_after_ten_seconds_and_the_next_may_succeed()
    {
        _stage.PayPal.Then(Capture, Slow(10)).Then(Capture, 201, PayPalStage.CapturedOrder());

        await CaptureAsync();

        Assert.Equal(2, _stage.PayPal.Calls.Count);
    }

    [Fact]
    public async Task All_tries_together_end_within_the_time_of_a_mutation()
    {
        _stage.PayPal.Then(Capture, Slow(10)).Then(Capture, Slow(4));

        var failure = await Assert.ThrowsAsync<PaymentGatewayException>(CaptureAsync);

        Assert.Equal("Paypal: gave no answer in 12 s", failure.Message);
        Assert.Equal(2, _stage.PayPal.Calls.Count);
    }

    [Fact]
    public async Task A_slow_token_counts_too()
    {
        _stage.PayPal.Then(ScriptedPayPal.TokenRequest, Slow(10)).Then(ScriptedPayPal.TokenRequest, Slow(4));

        await Assert.ThrowsAsync<PaymentGatewayException>(CaptureAsync);

        Assert.Empty(_stage.PayPal.Calls);
    }

    [Fact]
    public async Task Who_asked_may_give_up()
    {
        using var caller = new CancellationTokenSource();
        _stage.PayPal.Then(Capture, async cancellationToken =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Nobody waits for this.");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _stage.Gateway.CaptureAsync(PayPalStage.Call("capture"), caller.Token));

        Assert.Single(_stage.PayPal.Calls);
    }

    [Fact]
    public async Task Too_many_requests_are_not_made_more()
    {
        _stage.PayPal.Then(Capture, 429, PayPalStage.Error("RATE_LIMIT_REACHED", "RATE_LIMIT_REACHED"));

        await Assert.ThrowsAsync<PaymentGatewayException>(CaptureAsync);

        Assert.Single(_stage.PayPal.Calls);
    }

    [Theory]
    [InlineData("""{"id":"5O190127TN364715T","purchase_units":[{"pay""")]
    [InlineData("""{"id":"\ud83d","purchase_units":[]}""")]
    [InlineData("""{"id":"1","links":7}""")]
    [InlineData("null")]
    public async Task An_answer_that_cannot_be_read_is_none(string body)
    {
        _stage.PayPal.Then(Capture, 201, body);

        await Assert.ThrowsAsync<PaymentGatewayException>(CaptureAsync);
    }

    [Theory]
    [InlineData(1024 * 1024, true)]
    [InlineData((1024 * 1024) + 1, false)]
    public async Task An_answer_has_at_most_a_mebibyte(int bytes, bool isRead)
    {
        var order = PayPalStage.CapturedOrder();
        _stage.PayPal.Then(Capture, 201, order + new string(' ', bytes - Encoding.UTF8.GetByteCount(order)));

        if (isRead)
        {
            Assert.Equal(bytes, (await CaptureAsync()).Body.Length);
            return;
        }

        await Assert.ThrowsAsync<PaymentGatewayException>(CaptureAsync);
    }

    [Fact]
    public async Task An_answer_lost_on_a_real_connection_is_asked_for_again_with_the_same_key()
    {
        var keys = new List<string?>();
        await using var server = await StartAsync(async context =>
        {
            keys.Add(context.Request.Headers["PayPal-Request-Id"]);
            if (keys.Count < 3)
            {
                // Its work is done; the connection ends before a word, or in the middle.
                await PromiseAsync(context, keys.Count == 1 ? "" : "{\"id\":\"5O19");
                context.Abort();
                return;
            }

            await context.Response.WriteAsync(PayPalStage.CapturedOrder());
        });
        using var gateway = Gateway(server);

        await gateway.CaptureAsync(PayPalStage.Call("capture"), default);

        Assert.Equal([$"{PayPalStage.Key}-capture", $"{PayPalStage.Key}-capture", $"{PayPalStage.Key}-capture"], keys);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var calls = 0;
        await using var server = await StartAsync(context =>
        {
            calls++;
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        using var gateway = Gateway(server);

        await Assert.ThrowsAsync<PaymentGatewayException>(() => gateway.CaptureAsync(PayPalStage.Call("capture"), default));

        Assert.Equal(1, calls);
    }

    public void Dispose() => _stage.Dispose();

    private Task<ProviderAnswer> CaptureAsync() => _stage.Gateway.CaptureAsync(PayPalStage.Call("capture"), default);

    private Func<CancellationToken, Task<HttpResponseMessage>> Slow(int seconds) => async cancellationToken =>
    {
        _stage.Clock.Elapse(TimeSpan.FromSeconds(seconds));
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("Nobody waits for this.");
    };

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapPost("/v1/oauth2/token", () => Results.Text(ScriptedPayPal.TokenBody("T"), "application/json"));
        app.MapFallback(answer);
        await app.StartAsync();
        return app;
    }

    private static async Task PromiseAsync(HttpContext context, string beginning)
    {
        if (beginning.Length > 0)
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync(beginning);
            await context.Response.Body.FlushAsync();
        }
    }

    private static PayPalGateway Gateway(WebApplication server) =>
        PayPalGateway.Create(PayPalStage.Options with { Address = new Uri(server.Urls.Single() + "/") }, new ElapsingClock());
}
