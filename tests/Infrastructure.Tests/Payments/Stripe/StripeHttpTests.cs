using System.Text;
using Webox.Application.Payments;
using Webox.Domain.Payments;
using Webox.Infrastructure.Payments.Stripe;
using Webox.Infrastructure.Tests.Generations.OpenAi;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

public sealed class StripeHttpTests : IDisposable
{
    private const string Customer = """{"id":"cus_1","object":"customer"}""";

    private readonly ScriptedStripe _stripe = new();

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task Every_request_names_the_account_the_version_and_its_key()
    {
        _stripe.Answers(Customer);

        Assert.Equal("cus_1", await PostAsync());

        var request = Assert.Single(_stripe.Requests);
        Assert.Equal(("POST", "/v1/customers", "key-1"), (request.Method, request.Path, request.Key));
        Assert.Equal(($"Bearer {StripeSays.Key}", "2026-10-28.endive"), (request.Headers["Authorization"], request.Headers["Stripe-Version"]));
        Assert.Equal("application/x-www-form-urlencoded", request.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_question_has_no_key()
    {
        _stripe.Answers("""{"object":"balance","livemode":false}""");

        await _stripe.Http().GetAsync("v1/balance", [], StripeJson.Default.StripeBalance, default);

        Assert.Null(Assert.Single(_stripe.Requests).Key);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_may_pass_is_asked_again_with_the_same_key(int status)
    {
        _stripe.Answers(StripeSays.Error("api_error"), status).Answers("busy", status).Answers(Customer);

        Assert.Equal("cus_1", await PostAsync());

        Assert.Equal(["key-1", "key-1", "key-1"], _stripe.Requests.Select(request => request.Key));
        Assert.All(_stripe.Requests, request => Assert.Equal(_stripe.Requests[0].Form, request.Form));
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_with_the_same_key()
    {
        _stripe.BreaksOff().Answers(Customer);

        Assert.Equal("cus_1", await PostAsync());

        Assert.Equal(["key-1", "key-1"], _stripe.Requests.Select(request => request.Key));
        Assert.Equal([TimeSpan.FromMilliseconds(500)], _stripe.Clock.Leaps);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_asked_for_again()
    {
        _stripe
            .Answers(_ => Task.FromResult<HttpContent>(new StreamContent(new DrippingStream("{\"id\":"u8.ToArray(), 3, new IOException("reset")))))
            .Answers(Customer);

        Assert.Equal("cus_1", await PostAsync());

        Assert.Equal(2, _stripe.Requests.Count);
    }

    [Fact]
    public async Task After_three_attempts_it_is_unknown_what_happened()
    {
        _stripe.BreaksOff().Answers("", 502).BreaksOff();

        var failure = await Assert.ThrowsAsync<PaymentGatewayException>(PostAsync);

        Assert.Equal("Stripe: the connection failed", failure.Message);
        Assert.Equal(3, _stripe.Requests.Count);
    }

    [Theory]
    [InlineData("false", 500, 1)]
    [InlineData("false", 409, 1)]
    [InlineData("true", 429, 3)]
    [InlineData("true", 500, 3)]
    public async Task Stripe_may_say_whether_to_ask_again(string opinion, int status, int attempts)
    {
        for (var i = 0; i < attempts; i++)
        {
            _stripe.Answers(StripeSays.Error("api_error"), status, ("stripe-should-retry", opinion));
        }

        await Assert.ThrowsAsync<PaymentGatewayException>(PostAsync);

        Assert.Equal(attempts, _stripe.Requests.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("30")]
    [InlineData("soon")]
    public async Task A_rate_limit_that_does_not_end_soon_is_not_waited_for(string? retryAfter)
    {
        _stripe.Answers(StripeSays.Error("invalid_request_error", "rate_limit"), 429, retryAfter is null ? [] : [("Retry-After", retryAfter)]);

        var failure = await Assert.ThrowsAsync<PaymentGatewayException>(PostAsync);

        Assert.Equal("Stripe: too many requests", failure.Message);
        Assert.Single(_stripe.Requests);
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("Fri, 02 Jan 2026 03:04:09 GMT", 4)]
    public async Task A_rate_limit_that_ends_soon_is_waited_for(string retryAfter, int seconds)
    {
        _stripe.Answers(StripeSays.Error("invalid_request_error", "rate_limit"), 429, ("Retry-After", retryAfter)).Answers(Customer);

        Assert.Equal("cus_1", await PostAsync());

        Assert.Equal([TimeSpan.FromSeconds(seconds)], _stripe.Clock.Leaps);
    }

    [Fact]
    public async Task An_attempt_without_an_answer_ends_and_is_repeated()
    {
        _stripe.Takes(TimeSpan.FromSeconds(7)).Answers(Customer);

        Assert.Equal("cus_1", await PostAsync());

        Assert.Equal(["key-1", "key-1"], _stripe.Requests.Select(request => request.Key));
    }

    [Fact]
    public async Task A_body_without_an_end_ends_too()
    {
        _stripe
            .Answers(_ => Task.FromResult<HttpContent>(new StreamContent(new StalledStream(() => _stripe.Clock.Advance(TimeSpan.FromSeconds(7))))))
            .Answers(Customer);

        Assert.Equal("cus_1", await PostAsync());

        Assert.Equal(2, _stripe.Requests.Count);
    }

    [Fact]
    public async Task A_whole_operation_ends_within_the_time_of_a_mutation()
    {
        _stripe.Takes(TimeSpan.FromSeconds(7)).Takes(TimeSpan.FromSeconds(7));

        var failure = await Assert.ThrowsAsync<PaymentGatewayException>(PostAsync);

        Assert.Equal("Stripe: no answer within 10 s", failure.Message);
        Assert.Equal(2, _stripe.Requests.Count);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_is_not_told_that_Stripe_failed()
    {
        using var caller = new CancellationTokenSource();
        _stripe.Answers(async cancellationToken =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("Nobody waits for ever.");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PostAsync(caller.Token));

        Assert.Single(_stripe.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("""{"id":"cus_1","object":"cust""")]
    public async Task An_answer_that_is_not_what_was_asked_for_leaves_unknown_what_happened(string body)
    {
        _stripe.Answers(body, 200, ("request-id", "req_1"));

        var failure = await Assert.ThrowsAsync<PaymentGatewayException>(PostAsync);

        Assert.Equal("Stripe: the answer is not what was asked for (req_1)", failure.Message);
        Assert.Single(_stripe.Requests);
    }

    [Fact]
    public async Task An_answer_without_end_does_not_fill_the_memory()
    {
        var large = $$"""{"id":"cus_1","description":"{{new string('x', 1024 * 1024)}}"}""";
        _stripe.Answers(large).Answers(large).Answers(large);

        await Assert.ThrowsAsync<PaymentGatewayException>(PostAsync);
    }

    [Theory]
    [InlineData(400, "invalid_request_error", "amount_too_small", null, "amount_too_small", DeclineReason.Other)]
    [InlineData(400, "invalid_request_error", null, null, "invalid_request_error", DeclineReason.Other)]
    [InlineData(402, "card_error", "card_declined", "insufficient_funds", "insufficient_funds", DeclineReason.InsufficientFunds)]
    [InlineData(402, "card_error", "expired_card", null, "expired_card", DeclineReason.ExpiredCard)]
    [InlineData(404, "invalid_request_error", "resource_missing", null, "resource_missing", DeclineReason.Other)]
    [InlineData(400, "SK_LIVE", "sk_live_0", "Your card!", "invalid_request_error", DeclineReason.Other)]
    public async Task What_Stripe_refuses_is_refused_for_good(int status, string type, string? code, string? decline, string said, DeclineReason reason)
    {
        _stripe.Answers(StripeSays.Error(type, code, decline is null ? "" : $",\"decline_code\":\"{decline}\""), status);

        var refusal = await Assert.ThrowsAsync<PaymentRefusedException>(PostAsync);

        Assert.Equal((said, reason, false), (refusal.Code, refusal.Reason, refusal.IsNotApproved));
        Assert.Single(_stripe.Requests);
    }

    [Theory]
    [InlineData(401, """{"error":{"type":"invalid_request_error"}}""", "the secret key is not accepted, or may not do this (req_1)")]
    [InlineData(403, "", "the secret key is not accepted, or may not do this (req_1)")]
    [InlineData(400, """{"error":{"type":"idempotency_error"}}""", "the idempotency key came with another request before (req_1)")]
    [InlineData(404, "<html>not found</html>", "it answered 404 (req_1)")]
    [InlineData(400, """{"error":"bad request"}""", "it answered 400 (req_1)")]
    [InlineData(302, "", "it answered 302 (req_1)")]
    [InlineData(424, """{"error":{"type":"api_error"}}""", "it answered 424 (req_1)")]
    public async Task What_is_no_word_about_the_payment_is_no_refusal(int status, string body, string message)
    {
        _stripe.Answers(body, status, ("request-id", "req_1"));

        var failure = await Assert.ThrowsAsync<PaymentGatewayException>(PostAsync);

        Assert.Equal($"Stripe: {message}", failure.Message);
        Assert.Single(_stripe.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Nothing_that_Stripe_writes_and_no_key_is_repeated(int status)
    {
        for (var i = 0; i < 3; i++)
        {
            _stripe.Answers(StripeSays.Error(StripeSays.Key, StripeSays.Key), status, ("request-id", $"no id: {StripeSays.Key}"));
        }

        var failure = await Assert.ThrowsAnyAsync<Exception>(PostAsync);

        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("No such thing", failure.ToString(), StringComparison.Ordinal);
    }

    private Task<string> PostAsync() => PostAsync(default);

    private Task<string> PostAsync(CancellationToken cancellationToken) =>
        _stripe.Gateway().CreateAsync("key-1", "ada@example.com", "Ada", cancellationToken);

    /// <summary>A body that has begun and does not go on.</summary>
    private sealed class StalledStream(Action onWait) : MemoryStream(Encoding.UTF8.GetBytes("{\"id\":"))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                onWait();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            return read;
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var buffer = new byte[bufferSize];
            while (true)
            {
                var read = await ReadAsync(buffer, cancellationToken);
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
    }
}
