using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

/// <summary>What depends on how a payment stands at Stripe: capture, cancel, find.</summary>
public sealed class StripeStandingTests : IDisposable
{
    private static readonly PaymentCall OnPage = new("webox-1-do", "pi_1", ["webox-1", "pi_1"], CapturesLater: false);
    private static readonly PaymentCall OnStripesPage = new("webox-1-do", "cs_test_1", ["webox-1", "cs_test_1", "pi_1"], CapturesLater: false);
    private static readonly PaymentCall SetAside = OnPage with { CapturesLater = true };

    private readonly ScriptedStripe _stripe = new();

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task Money_that_was_set_aside_is_captured()
    {
        _stripe.Answers(StripeSays.Intent("requires_capture", ""","latest_charge":"ch_1" """))
            .Answers(StripeSays.Intent("succeeded", ""","amount_received":5999 """));

        var answer = await _stripe.Gateway().CaptureAsync(SetAside with { References = ["pi_1", "ch_1"] }, default);

        Assert.Equal(PaymentEventKind.Captured, Told(answer));
        Assert.Equal(
            [
                ("GET", "/v1/payment_intents/pi_1?expand[0]=latest_charge.balance_transaction&expand[1]=latest_charge.refunds", null),
                ("POST", "/v1/payment_intents/pi_1/capture", "webox-1-do"),
            ],
            Asked());
    }

    [Fact]
    public async Task Money_of_which_it_was_unknown_that_it_is_set_aside_is_not_captured()
    {
        _stripe.Answers(StripeSays.Intent("requires_capture", ""","amount_capturable":5999,"latest_charge":"ch_1" """));

        var answer = await _stripe.Gateway().CaptureAsync(SetAside, default);

        Assert.Equal(PaymentEventKind.Authorized, Told(answer));
        Assert.Single(_stripe.Requests);
    }

    [Theory]
    [InlineData("succeeded", PaymentEventKind.Captured)]
    [InlineData("processing", PaymentEventKind.Processing)]
    [InlineData("canceled", PaymentEventKind.Canceled)]
    public async Task What_is_decided_is_not_captured_but_said(string status, PaymentEventKind kind)
    {
        _stripe.Answers(StripeSays.Intent(status, ""","amount_received":5999 """));

        Assert.Equal(kind, Told(await _stripe.Gateway().CaptureAsync(OnPage, default)));

        Assert.Single(_stripe.Requests);
    }

    [Theory]
    [InlineData("requires_payment_method")]
    [InlineData("requires_confirmation")]
    [InlineData("requires_action")]
    public async Task What_the_customer_has_not_approved_is_not_captured(string status)
    {
        _stripe.Answers(StripeSays.Intent(status));

        var refusal = await Assert.ThrowsAsync<PaymentRefusedException>(() => _stripe.Gateway().CaptureAsync(OnPage, default));

        Assert.True(refusal.IsNotApproved);
        Assert.Equal("GET", Assert.Single(_stripe.Requests).Method);
    }

    [Fact]
    public async Task A_session_is_captured_by_its_intent()
    {
        _stripe.Answers(StripeSays.Session("complete")).Answers(StripeSays.Intent("requires_capture"))
            .Answers(StripeSays.Intent("succeeded", ""","amount_received":5999 """));

        Assert.Equal(PaymentEventKind.Captured, Told(await _stripe.Gateway().CaptureAsync(OnStripesPage, default)));

        Assert.Equal(
            [
                ("GET", "/v1/checkout/sessions/cs_test_1", null),
                ("GET", "/v1/payment_intents/pi_1?expand[0]=latest_charge.balance_transaction&expand[1]=latest_charge.refunds", null),
                ("POST", "/v1/payment_intents/pi_1/capture", "webox-1-do"),
            ],
            Asked());
    }

    [Fact]
    public async Task A_session_in_which_nobody_tried_to_pay_is_not_approved()
    {
        _stripe.Answers(StripeSays.Session("open", more: ""","payment_intent":null """));

        var refusal = await Assert.ThrowsAsync<PaymentRefusedException>(() => _stripe.Gateway().CaptureAsync(OnStripesPage, default));

        Assert.True(refusal.IsNotApproved);
    }

    [Theory]
    [InlineData("requires_payment_method")]
    [InlineData("requires_action")]
    [InlineData("requires_capture")]
    public async Task An_open_intent_is_canceled(string status)
    {
        _stripe.Answers(StripeSays.Intent(status)).Answers(StripeSays.Intent("canceled"));

        Assert.Equal(PaymentEventKind.Canceled, Told(await _stripe.Gateway().CancelAsync(OnPage, default)));

        Assert.Equal(("POST", "/v1/payment_intents/pi_1/cancel", "webox-1-do"), Asked()[1]);
        Assert.Equal("abandoned", _stripe.Requests[1]["cancellation_reason"]);
    }

    [Theory]
    [InlineData("canceled", PaymentEventKind.Canceled)]
    [InlineData("succeeded", PaymentEventKind.Captured)]
    public async Task What_is_over_is_not_canceled_but_said(string status, PaymentEventKind kind)
    {
        _stripe.Answers(StripeSays.Intent(status, ""","amount_received":5999 """));

        Assert.Equal(kind, Told(await _stripe.Gateway().CancelAsync(OnPage, default)));

        Assert.Single(_stripe.Requests);
    }

    [Fact]
    public async Task What_is_on_its_way_cannot_be_canceled()
    {
        _stripe.Answers(StripeSays.Intent("processing"));

        await Assert.ThrowsAsync<PaymentRefusedException>(() => _stripe.Gateway().CancelAsync(OnPage, default));

        Assert.Single(_stripe.Requests);
    }

    [Fact]
    public async Task An_open_session_expires()
    {
        _stripe.Answers(StripeSays.Session("open", more: ""","payment_intent":null """)).Answers(StripeSays.Session("expired"));

        Assert.Equal(PaymentEventKind.Canceled, Told(await _stripe.Gateway().CancelAsync(OnStripesPage, default)));

        Assert.Equal(("POST", "/v1/checkout/sessions/cs_test_1/expire", "webox-1-do"), Asked()[1]);
    }

    [Fact]
    public async Task A_session_that_is_complete_is_given_up_by_its_intent()
    {
        _stripe.Answers(StripeSays.Session("complete")).Answers(StripeSays.Intent("requires_capture")).Answers(StripeSays.Intent("canceled"));

        Assert.Equal(PaymentEventKind.Canceled, Told(await _stripe.Gateway().CancelAsync(OnStripesPage, default)));

        Assert.Equal(("POST", "/v1/payment_intents/pi_1/cancel", "webox-1-do"), Asked()[2]);
    }

    [Fact]
    public async Task What_Stripe_does_not_know_needs_no_cancel_and_is_not_found()
    {
        _stripe.Answers(StripeSays.Error("invalid_request_error", "resource_missing"), 404)
            .Answers(StripeSays.Error("invalid_request_error", "resource_missing"), 404);

        Assert.Null(await _stripe.Gateway().CancelAsync(OnPage, default));
        var refusal = await Assert.ThrowsAsync<PaymentRefusedException>(() => _stripe.Gateway().FindAsync(OnPage, default));

        Assert.Equal("resource_missing", refusal.Code);
    }

    [Fact]
    public async Task A_payment_without_an_id_of_Stripes_is_not_asked_for()
    {
        var lost = new PaymentCall("webox-1-find", "webox-1", ["webox-1"], CapturesLater: false);

        await Assert.ThrowsAsync<PaymentRefusedException>(() => _stripe.Gateway().FindAsync(lost, default));

        Assert.Empty(_stripe.Requests);
    }

    [Fact]
    public async Task A_payment_is_found_with_its_charge()
    {
        _stripe.Answers(StripeSays.Intent("succeeded", $""","amount_received":5999,"latest_charge":{StripeSays.Charge(more: ""","amount_refunded":500 """)}"""));

        var answer = await _stripe.Gateway().FindAsync(OnPage, default);

        Assert.Equal(
            [PaymentEventKind.Captured, PaymentEventKind.RefundTotal], _stripe.Gateway().Read(answer.Body).Events.Select(e => e.Kind));
    }

    [Fact]
    public async Task A_session_is_found_as_what_it_is_worth()
    {
        _stripe.Answers(StripeSays.Session("complete")).Answers(StripeSays.Intent("processing")).Answers(StripeSays.Session("expired"));

        Assert.Equal(PaymentEventKind.Processing, Told(await _stripe.Gateway().FindAsync(OnStripesPage, default)));
        Assert.Equal(PaymentEventKind.Canceled, Told(await _stripe.Gateway().FindAsync(OnStripesPage, default)));
        Assert.Equal(3, _stripe.Requests.Count);
    }

    private PaymentEventKind Told(ProviderAnswer? answer) => Assert.Single(_stripe.Gateway().Read(answer!.Body).Events).Kind;

    private List<(string Method, string Path, string? Key)> Asked() => [.. _stripe.Requests.Select(request => (request.Method, request.Path, request.Key))];
}
