using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;
using Webox.Infrastructure.Payments.Stripe;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

/// <summary>Every form that we send against Stripe's own documents.</summary>
public sealed class StripeFormContractTests
{
    private static readonly IntentRequest Embedded = StripeGatewayTests.Embedded;
    private static readonly IntentRequest Redirect = StripeGatewayTests.Redirect;

    [ContractFact]
    public async Task Every_form_that_is_sent_fits_the_document_of_its_version()
    {
        var contract = new StripeFormContract(Contracts.Read("stripe-2026.openapi.json"));

        Assert.All(await EveryFormAsync(), request => Assert.Empty(contract.Problems(request.Path, request.Form!)));
    }

    [ContractFact]
    public async Task Every_form_fits_the_document_of_2023_but_for_the_currency_that_Stripe_must_not_choose()
    {
        var contract = new StripeFormContract(Contracts.Read("stripe.openapi.json"));

        Assert.All(await EveryFormAsync(), request => Assert.Equal(
            request.Path is "/v1/checkout/sessions" ? ["$ may not have adaptive_pricing"] : [], contract.Problems(request.Path, request.Form!)));
    }

    [ContractFact]
    public void The_validator_sees_a_wrong_form()
    {
        foreach (var document in (string[])["stripe-2026.openapi.json", "stripe.openapi.json"])
        {
            var contract = new StripeFormContract(Contracts.Read(document));

            Assert.Empty(contract.Problems("/v1/payment_intents", new StripeForm { { "amount", 1 }, { "currency", "eur" } }));
            Assert.NotEmpty(contract.Problems("/v1/payment_intents", new StripeForm { { "amount", 1 } }));
            Assert.NotEmpty(contract.Problems("/v1/payment_intents", new StripeForm { { "amount", "59.99" }, { "currency", "eur" } }));
            Assert.NotEmpty(contract.Problems("/v1/payment_intents", new StripeForm { { "amount", 1 }, { "currency", "eur" }, { "curency", "eur" } }));
            Assert.NotEmpty(contract.Problems(
                "/v1/payment_intents", new StripeForm { { "amount", 1 }, { "currency", "eur" }, { "automatic_payment_methods[enabled]", "yes" } }));
            Assert.NotEmpty(contract.Problems("/v1/checkout/sessions", new StripeForm { { "line_items[0][quantity]", "one" } }));
            Assert.NotEmpty(contract.Problems("/v1/checkout/sessions", new StripeForm { { "line_items[0][prize_data][currency]", "eur" } }));
            Assert.NotEmpty(contract.Problems("/v1/payment_intents/pi_1/cancel", new StripeForm { { "cancelation_reason", "abandoned" } }));
        }

        var old = new StripeFormContract(Contracts.Read("stripe.openapi.json"));
        Assert.NotEmpty(old.Problems("/v1/refunds", new StripeForm { { "reason", "no reason" } }));
        Assert.NotEmpty(old.Problems("/v1/payment_intents/pi_1/cancel", new StripeForm { { "cancellation_reason", "no reason" } }));
    }

    /// <summary>One of every kind that the adapter can send.</summary>
    private static async Task<List<StripeRequest>> EveryFormAsync()
    {
        var forms = new List<StripeRequest>();
        foreach (var request in (IntentRequest[])
        [
            Embedded, Embedded with { CapturesLater = true, CustomerReference = "cus_1" }, Embedded with { Amount = new Money(1999, Currency.Jpy) },
            Redirect, Redirect with { CapturesLater = true, CustomerReference = "cus_1" },
        ])
        {
            await CollectAsync(
                gateway => gateway.CreateIntentAsync(request, default),
                request.Flow is PaymentFlow.Embedded ? StripeSays.Intent("requires_action") : StripeSays.Session("open"));
        }

        await CollectAsync(gateway => gateway.CaptureAsync(Call("pi_1"), default), StripeSays.Intent("requires_capture"), StripeSays.Intent("succeeded"));
        await CollectAsync(gateway => gateway.CancelAsync(Call("pi_1"), default), StripeSays.Intent("requires_action"), StripeSays.Intent("canceled"));
        await CollectAsync(gateway => gateway.CancelAsync(Call("cs_test_1"), default), StripeSays.Session("open", more: ""), StripeSays.Session("expired"));
        await CollectAsync(gateway => gateway.RefundAsync(StripeGatewayTests.Refund, default), StripeSays.Refund());
        await CollectAsync(gateway => gateway.CreateAsync("key-1", "ada@example.com", "Ada", default), """{"id":"cus_1"}""");
        Assert.Equal(10, forms.Count);
        return forms;

        async Task CollectAsync(Func<StripeGateway, Task> run, params string[] answers)
        {
            var stripe = answers.Aggregate(new ScriptedStripe(), (script, answer) => script.Answers(answer));
            await run(stripe.Gateway());
            forms.AddRange(stripe.Requests.Where(request => request.Method == "POST"));
        }
    }

    private static PaymentCall Call(string reference) => new("webox-1-do", reference, [reference], CapturesLater: false);
}
