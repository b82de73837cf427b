using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

public sealed class StripeGatewayTests : IDisposable
{
    internal static readonly IntentRequest Embedded = new(
        "webox-1", new Money(5999, Currency.Eur), "W-2026-7K4M9Q2X", "ada@example.com", new Uri("https://shop.example/thanks?a=1"),
        PaymentFlow.Embedded, CapturesLater: false, CustomerReference: null);

    internal static readonly IntentRequest Redirect = Embedded with { Flow = PaymentFlow.Redirect };

    internal static readonly RefundRequest Refund = new(
        "webox-refund-1", "pi_1", ["webox-1", "pi_1", "ch_1"], "pi_1", new Money(500, Currency.Eur), IsWhole: false, "W-2026-7K4M9Q2X", "Abîmé");

    private readonly ScriptedStripe _stripe = new();

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public void Its_keys_are_good_for_a_day() => Assert.Equal(
        (PaymentProvider.Stripe, TimeSpan.FromHours(24)), (_stripe.Gateway().Provider, _stripe.Gateway().KeyLifetime));

    [Fact]
    public async Task An_intent_is_made_with_our_own_key_and_confirmed_by_its_secret()
    {
        _stripe.Answers(StripeSays.Intent("requires_payment_method"));

        var intent = await _stripe.Gateway().CreateIntentAsync(Embedded, default);

        Assert.Equal(new ProviderIntent("pi_1", PaymentStatus.RequiresAction, "pi_1_secret_2"), intent);
        var request = Assert.Single(_stripe.Requests);
        Assert.Equal(("POST", "/v1/payment_intents", "webox-1"), (request.Method, request.Path, request.Key));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["amount"] = "5999",
                ["currency"] = "eur",
                ["automatic_payment_methods[enabled]"] = "true",
                ["capture_method"] = "automatic",
                ["description"] = "Commande W-2026-7K4M9Q2X",
                ["receipt_email"] = "ada@example.com",
                ["metadata[webox_payment]"] = "webox-1",
                ["metadata[order_number]"] = "W-2026-7K4M9Q2X",
            },
            request.Form!.ToDictionary());
    }

    [Theory]
    [InlineData("requires_action", PaymentStatus.RequiresAction)]
    [InlineData("requires_capture", PaymentStatus.RequiresCapture)]
    [InlineData("processing", PaymentStatus.Processing)]
    [InlineData("succeeded", PaymentStatus.Processing)]
    public async Task What_an_intent_waits_for_is_said(string status, PaymentStatus expected)
    {
        _stripe.Answers(StripeSays.Intent(status));

        Assert.Equal(expected, (await _stripe.Gateway().CreateIntentAsync(Embedded, default)).Status);
    }

    [Fact]
    public async Task Money_may_be_set_aside_and_the_customer_have_a_record()
    {
        _stripe.Answers(StripeSays.Intent("requires_payment_method"));

        await _stripe.Gateway().CreateIntentAsync(Embedded with { CapturesLater = true, CustomerReference = "cus_1" }, default);

        var request = Assert.Single(_stripe.Requests);
        Assert.Equal(("manual", "cus_1", "ada@example.com"), (request["capture_method"], request["customer"], request["receipt_email"]));
    }

    [Fact]
    public async Task Stripes_page_shows_the_whole_order_as_one_line()
    {
        _stripe.Answers(StripeSays.Session("open", more: ""","payment_intent":null """));

        var intent = await _stripe.Gateway().CreateIntentAsync(Redirect, default);

        Assert.Equal(new ProviderIntent("cs_test_1", PaymentStatus.RequiresAction, "https://checkout.stripe.com/c/pay/cs_test_1"), intent);
        var request = Assert.Single(_stripe.Requests);
        Assert.Equal(("POST", "/v1/checkout/sessions", "webox-1"), (request.Method, request.Path, request.Key));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["mode"] = "payment",
                ["line_items[0][quantity]"] = "1",
                ["line_items[0][price_data][currency]"] = "eur",
                ["line_items[0][price_data][unit_amount]"] = "5999",
                ["line_items[0][price_data][product_data][name]"] = "Commande W-2026-7K4M9Q2X",
                ["adaptive_pricing[enabled]"] = "false",
                ["success_url"] = "https://shop.example/thanks?a=1",
                ["cancel_url"] = "https://shop.example/thanks?a=1",
                ["client_reference_id"] = "W-2026-7K4M9Q2X",
                ["customer_email"] = "ada@example.com",
                ["metadata[webox_payment]"] = "webox-1",
                ["metadata[order_number]"] = "W-2026-7K4M9Q2X",
                ["payment_intent_data[capture_method]"] = "automatic",
                ["payment_intent_data[description]"] = "Commande W-2026-7K4M9Q2X",
                ["payment_intent_data[receipt_email]"] = "ada@example.com",
                ["payment_intent_data[metadata][webox_payment]"] = "webox-1",
                ["payment_intent_data[metadata][order_number]"] = "W-2026-7K4M9Q2X",
            },
            request.Form!.ToDictionary());
    }

    [Fact]
    public async Task Stripes_page_takes_the_email_from_the_record_of_the_customer()
    {
        _stripe.Answers(StripeSays.Session("open"));

        await _stripe.Gateway().CreateIntentAsync(Redirect with { CustomerReference = "cus_1" }, default);

        var request = Assert.Single(_stripe.Requests);
        Assert.Equal(("cus_1", null), (request["customer"], request["customer_email"]));
    }

    [Fact]
    public async Task Without_a_publishable_key_no_intent_is_made_that_nobody_could_pay()
    {
        var gateway = _stripe.Gateway(ScriptedStripe.Options with { PublishableKey = null });

        await Assert.ThrowsAsync<PaymentGatewayException>(() => gateway.CreateIntentAsync(Embedded, default));

        Assert.Empty(_stripe.Requests);
    }

    [Fact]
    public async Task An_amount_that_Stripe_cannot_charge_is_refused_before_it_is_asked()
    {
        var request = Embedded with { Amount = new Money(5121, Currency.Kwd) };

        await Assert.ThrowsAsync<PaymentRefusedException>(() => _stripe.Gateway().CreateIntentAsync(request, default));

        Assert.Empty(_stripe.Requests);
    }

    [Theory]
    [InlineData(PaymentFlow.Embedded)]
    [InlineData(PaymentFlow.Redirect)]
    public async Task A_record_of_the_customer_that_Stripe_does_not_know_is_left_out(PaymentFlow flow)
    {
        _stripe.Answers(StripeSays.Error("invalid_request_error", "resource_missing"), 400)
            .Answers(flow is PaymentFlow.Embedded ? StripeSays.Intent("requires_action") : StripeSays.Session("open"));

        await _stripe.Gateway().CreateIntentAsync(Embedded with { Flow = flow, CustomerReference = "cus_gone" }, default);

        Assert.Equal([("webox-1", "cus_gone"), ("webox-1-guest", null)], _stripe.Requests.Select(request => (request.Key, request["customer"])));
        Assert.All(_stripe.Requests, request => Assert.Equal("webox-1", request["metadata[webox_payment]"]));
    }

    [Fact]
    public async Task A_refund_gives_back_a_part_of_the_intent()
    {
        _stripe.Answers(StripeSays.Refund(more: ""","metadata":{"webox_refund":"webox-refund-1"}"""));

        var answer = await _stripe.Gateway().RefundAsync(Refund, default);

        Assert.Equal("webox-refund-1", Assert.Single(_stripe.Gateway().Read(answer.Body).Events).OurReference);
        var request = Assert.Single(_stripe.Requests);
        Assert.Equal(("POST", "/v1/refunds", "webox-refund-1"), (request.Method, request.Path, request.Key));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["payment_intent"] = "pi_1",
                ["amount"] = "500",
                ["reason"] = "requested_by_customer",
                ["metadata[webox_refund]"] = "webox-refund-1",
                ["metadata[order_number]"] = "W-2026-7K4M9Q2X",
            },
            request.Form!.ToDictionary());
    }

    [Fact]
    public async Task A_charge_without_an_intent_is_refunded_by_its_own_id()
    {
        _stripe.Answers(StripeSays.Refund());

        await _stripe.Gateway().RefundAsync(Refund with { Captured = "ch_9" }, default);

        Assert.Equal(("ch_9", null), (_stripe.Requests[0]["charge"], _stripe.Requests[0]["payment_intent"]));
    }

    [Fact]
    public async Task A_customer_has_a_record_of_their_own()
    {
        _stripe.Answers("""{"id":"cus_1","object":"customer"}""");

        Assert.Equal("cus_1", await _stripe.Gateway().CreateAsync("webox-customer-1", "ada@example.com", "Ada Lovelace", default));

        var request = Assert.Single(_stripe.Requests);
        Assert.Equal(("/v1/customers", "webox-customer-1"), (request.Path, request.Key));
        Assert.Equal(("ada@example.com", "Ada Lovelace", "webox-customer-1"), (request["email"], request["name"], request["metadata[webox_customer]"]));
    }

    [Fact]
    public void The_next_step_is_in_the_shops_page_or_on_Stripes_and_also_after_a_refusal()
    {
        var (embedded, redirect) = (Start(PaymentFlow.Embedded), Start(PaymentFlow.Redirect));
        var gateway = _stripe.Gateway();

        Assert.Null(gateway.NextStepOf(embedded));

        embedded.Accept("pi_1", PaymentStatus.RequiresAction, "pi_1_secret_2");
        redirect.Accept("cs_test_1", PaymentStatus.RequiresAction, "https://checkout.stripe.com/c/pay/cs_test_1");
        redirect.Refuse(DeclineReason.ExpiredCard);

        Assert.Equal(new NextStep.ConfirmWithStripe("pi_1_secret_2", "pk_test_0123456789"), gateway.NextStepOf(embedded));
        Assert.Equal(new NextStep.Redirect(new Uri("https://checkout.stripe.com/c/pay/cs_test_1"), "cs_test_1"), gateway.NextStepOf(redirect));
        Assert.Null(_stripe.Gateway(ScriptedStripe.Options with { PublishableKey = null }).NextStepOf(embedded));

        embedded.GiveUp();

        Assert.Null(gateway.NextStepOf(embedded));
    }

    private static Payment Start(PaymentFlow flow)
    {
        var now = DateTimeOffset.UnixEpoch;
        var tool = new ProductDescription("tool", "Outil", "Court", "Long", "outils-ia");
        var product = Product.Create(tool, ProductKind.Digital, new Money(4999, Currency.Eur), null, null, 0, now);
        var cart = Cart.Open(customer: null, Currency.Eur, now);
        cart.Add(product, 1, now);
        cart.UpdateCheckout(EmailAddress.Parse("ada@example.com"), ShopStage.Paris, shippingAddress: null);
        var quote = new CartQuote(cart, new Dictionary<ProductId, Product> { [product.Id] = product }, SalesTerms.Default, isGuest: true, now);
        var order = Order.Place(cart, quote, customer: null, now);
        return Payment.Start(order, new PaymentTerms(PaymentProvider.Stripe, flow, false, new Uri("https://shop.example/")), "key-1", "hash", now);
    }
}
