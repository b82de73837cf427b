using System.Text.Json;
using Webox.Application.Operations;
using Webox.Application.Payments;
using Webox.Domain.Payments;
using Webox.Infrastructure.Payments.Stripe;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

/// <summary>Our adapter against recorded traffic of Stripe's official package.</summary>
public sealed class StripeRecordingsTests
{
    private static readonly PaymentCall Intent = new("webox-1-cancel", "pi_123", ["pi_123"], CapturesLater: false);

    [ContractFact]
    public async Task An_intent_is_created_as_the_official_package_creates_it_without_an_address() => await IsRecordedAsync(
        "stripe-payment-intent-create.json", gateway => gateway.CreateIntentAsync(StripeGatewayTests.Embedded, default), onlyRecorded: ["shipping"]);

    [ContractFact]
    public async Task An_intent_is_canceled_as_the_official_package_cancels_it() => await IsRecordedAsync(
        "stripe-payment-intent-cancel.json",
        gateway => gateway.CancelAsync(Intent, default),
        before: StripeSays.Intent("requires_action").Replace("pi_1", "pi_123", StringComparison.Ordinal));

    [ContractFact]
    public async Task A_refund_is_made_as_the_official_package_makes_it() => await IsRecordedAsync(
        "stripe-refund-create.json", gateway => gateway.RefundAsync(StripeGatewayTests.Refund, default));

    [ContractFact]
    public async Task A_customer_is_created_as_the_official_package_creates_it() => await IsRecordedAsync(
        "stripe-customer-create.json", gateway => gateway.CreateAsync("webox-customer-1", "a@example.com", "J D", default));

    [ContractFact]
    public async Task The_balance_is_asked_for_as_the_official_package_asks_for_it()
    {
        var stripe = Replay("stripe-balance.json");

        Assert.Equal(new ProbeResult(true, "GET /v1/balance: answered, test mode."), await new StripeProbe(stripe.Http()).ProbeAsync(default));

        AssertSame(Recorded("stripe-balance.json")[0].GetProperty("request"), Assert.Single(stripe.Requests), []);
    }

    [ContractFact]
    public async Task A_recorded_intent_waits_for_the_customer_with_its_secret() => Assert.Equal(
        new ProviderIntent("pi_123", PaymentStatus.RequiresAction, "pi_123_secret_456"),
        await Replay("stripe-payment-intent-create.json").Gateway().CreateIntentAsync(StripeGatewayTests.Embedded, default));

    [ContractFact]
    public async Task A_recorded_refund_is_read()
    {
        var gateway = Replay("stripe-refund-create.json").Gateway();

        var statement = gateway.Read((await gateway.RefundAsync(StripeGatewayTests.Refund, default)).Body);

        Assert.Equal(["pi_123", "ch_1PgafuB7WZ01zgkWXYmPNZs8"], statement.References);
        var refund = Assert.Single(statement.Events);
        Assert.Equal(("re_1", PaymentEventKind.Refunded, 500), (refund.ProviderObject, refund.Kind, refund.Amount.MinorUnits));
    }

    [ContractFact]
    public void A_recorded_list_of_refunds_is_read()
    {
        foreach (var exchange in Recorded("stripe-list-pagination.json"))
        {
            var told = StripeSays.Read(exchange.GetProperty("response").GetProperty("body").GetRawText());

            Assert.Equal(PaymentEventKind.Refunded, Assert.Single(told.Events).Kind);
        }
    }

    [ContractFact]
    public async Task A_recorded_failure_is_repeated_as_often_and_with_the_same_key()
    {
        var stripe = Replay("stripe-error-500-auto-idempotency.json");

        Assert.Equal("pi_123", (await stripe.Gateway().CreateIntentAsync(StripeGatewayTests.Embedded, default)).Reference);

        Assert.Equal(Recorded("stripe-error-500-auto-idempotency.json").Count, stripe.Requests.Count);
        Assert.Equal(["webox-1"], stripe.Requests.Select(request => request.Key).Distinct());
    }

    [ContractFact]
    public async Task A_recorded_rate_limit_is_not_repeated()
    {
        var stripe = Replay("stripe-error-429-three-times.json");

        var failure = await Assert.ThrowsAsync<PaymentGatewayException>(() => stripe.Gateway().CreateIntentAsync(StripeGatewayTests.Embedded, default));

        Assert.Equal("Stripe: too many requests (req_test1)", failure.Message);
        Assert.Equal(Recorded("stripe-error-429-three-times.json").Count, stripe.Requests.Count);
    }

    [ContractFact]
    public async Task A_recorded_bad_key_is_no_refusal_of_the_customer()
    {
        var failure = await Assert.ThrowsAsync<PaymentGatewayException>(
            () => Replay("stripe-error-401.json").Gateway().CreateIntentAsync(StripeGatewayTests.Embedded, default));

        Assert.Equal("Stripe: the secret key is not accepted, or may not do this (req_test1)", failure.Message);
    }

    [ContractFact]
    public async Task Recorded_refusals_are_final_and_have_their_reasons()
    {
        foreach (var (recording, code, reason) in ((string, string, DeclineReason)[])
        [
            ("stripe-error-card-declined.json", "insufficient_funds", DeclineReason.InsufficientFunds),
            ("stripe-error-amount-too-small.json", "amount_too_small", DeclineReason.Other),
            ("stripe-error-invalid-request.json", "parameter_missing", DeclineReason.Other),
        ])
        {
            var stripe = Replay(recording);

            var refusal = await Assert.ThrowsAsync<PaymentRefusedException>(() => stripe.Gateway().CreateIntentAsync(StripeGatewayTests.Embedded, default));

            Assert.Equal((code, reason), (refusal.Code, refusal.Reason));
            Assert.Single(stripe.Requests);
        }
    }

    private static async Task IsRecordedAsync(string recording, Func<StripeGateway, Task> run, string? before = null, string[]? onlyRecorded = null)
    {
        var stripe = Replay(recording, before);

        await run(stripe.Gateway());

        AssertSame(Recorded(recording)[0].GetProperty("request"), stripe.Requests[^1], onlyRecorded ?? []);
    }

    private static void AssertSame(JsonElement recorded, StripeRequest sent, string[] onlyRecorded)
    {
        Assert.Equal((recorded.GetProperty("method").GetString(), recorded.GetProperty("path").GetString()), (sent.Method, sent.Path));
        var headers = recorded.GetProperty("headers").EnumerateArray().ToDictionary(header => header[0].GetString()!, header => header[1].GetString()!);
        Assert.Equal(headers["Stripe-Version"], sent.Headers["Stripe-Version"]);
        Assert.Equal(headers["Authorization"].Split(' ')[0], sent.Headers["Authorization"].Split(' ')[0]);
        Assert.Equal(headers.ContainsKey("Idempotency-Key"), sent.Key is not null);
        if (recorded.TryGetProperty("form", out var form) && form.ValueKind is JsonValueKind.Array)
        {
            Assert.Equal(headers["Content-Type"], sent.Headers["Content-Type"]);
            Assert.Equal(
                form.EnumerateArray().Select(field => Top(field[0].GetString()!)).Except(onlyRecorded).Order(),
                sent.Form!.Select(field => Top(field.Key)).Distinct().Order());
        }

        static string Top(string name) => name.Split('[')[0];
    }

    private static ScriptedStripe Replay(string recording, string? before = null)
    {
        var stripe = before is null ? new ScriptedStripe() : new ScriptedStripe().Answers(before);
        foreach (var exchange in Recorded(recording))
        {
            var response = exchange.GetProperty("response");
            stripe.Answers(
                response.GetProperty("body").GetRawText(),
                response.GetProperty("status").GetInt32(),
                [.. response.GetProperty("headers").EnumerateObject().Where(h => h.Name != "content-type").Select(h => (h.Name, h.Value.GetString()!))]);
        }

        return stripe;
    }

    private static List<JsonElement> Recorded(string recording) => [.. Contracts.Read("recorded", recording).GetProperty("exchanges").EnumerateArray()];
}
