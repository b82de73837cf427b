using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>
/// Payments by Stripe: Payment Intents, which the customer confirms in the shop's page, and Checkout Sessions on a page of Stripe's.
/// https://docs.stripe.com/payments/paymentintents/lifecycle
/// </summary>
/// <remarks>
/// Stripe keeps refusals under an idempotency key, too. So capture and cancel ask first and post only what can succeed: the key of a
/// capture that came too early would be refused for a day.
/// </remarks>
internal sealed class StripeGateway(StripeOptions options, StripeHttp http) : IPaymentGateway, ICustomerRecords, IDisposable
{
    public PaymentProvider Provider => PaymentProvider.Stripe;

    /// <summary>https://docs.stripe.com/api/idempotent_requests</summary>
    public TimeSpan KeyLifetime => TimeSpan.FromHours(24);

    public static StripeGateway Create(StripeOptions options, TimeProvider clock) => new(options, StripeHttp.Create(options, clock));

    /// <summary>
    /// A record of the customer that Stripe does not know is left out: it was deleted there, or belongs to another account or to test mode.
    /// </summary>
    public Task<ProviderIntent> CreateIntentAsync(IntentRequest request, CancellationToken cancellationToken) => http.InTimeAsync(
        async token =>
        {
            try
            {
                return await CreateAsync(request, request.IdempotencyKey, token);
            }
            catch (PaymentRefusedException refusal) when (refusal.Code is "resource_missing" && request.CustomerReference is not null)
            {
                return await CreateAsync(request with { CustomerReference = null }, $"{request.IdempotencyKey}-guest", token);
            }
        },
        cancellationToken);

    public Task<ProviderAnswer> CaptureAsync(PaymentCall call, CancellationToken cancellationToken) => http.InTimeAsync(
        async token => await StripeStanding.AskAsync(http, call, token) switch
        {
            { Intent: { Status: "requires_capture" } intent } when IsKnownToBeSetAside(intent, call) =>
                await PostAsync(intent, "capture", StripeRequests.ChargeExpansion, call.IdempotencyKey, token),
            ({ Intent.Status: "requires_capture" or "processing" or "succeeded" or "canceled" } or { Session.Status: "expired" })
                and { Answer: var answer } => answer,
            null => throw Refused("resource_missing"),
            _ => throw Refused("payment_intent_unexpected_state", isNotApproved: true),
        },
        cancellationToken);

    public Task<ProviderAnswer?> CancelAsync(PaymentCall call, CancellationToken cancellationToken) => http.InTimeAsync(
        async token => await StripeStanding.AskAsync(http, call, token) switch
        {
            null => null,
            ({ Intent.Status: "succeeded" or "canceled" } or { Session.Status: "expired" }) and { Answer: var answer } => answer,
            { Session: { Status: "open" } session } => await ExpireAsync(session, call.IdempotencyKey, token),
            { Intent: { Status: not "processing" } intent } =>
                await PostAsync(intent, "cancel", new() { { "cancellation_reason", "abandoned" } }, call.IdempotencyKey, token),
            _ => throw Refused("payment_intent_unexpected_state"),
        },
        cancellationToken);

    public Task<ProviderAnswer> RefundAsync(RefundRequest request, CancellationToken cancellationToken) => http.InTimeAsync(
        async token =>
        {
            var answer = await http.PostAsync("v1/refunds", request.ToRefund(), request.IdempotencyKey, StripeJson.Default.StripeRefund, token);
            return answer.ToProviderAnswer();
        },
        cancellationToken);

    public Task<ProviderAnswer> FindAsync(PaymentCall call, CancellationToken cancellationToken) => http.InTimeAsync(
        async token => (await StripeStanding.AskAsync(http, call, token))?.Answer ?? throw Refused("resource_missing"), cancellationToken);

    public ProviderStatement Read(ReadOnlyMemory<byte> body) => StripeStatements.Read(body);

    /// <summary>Also after a refusal: Stripe lets the customer try again by the same intent.</summary>
    public NextStep? NextStepOf(Payment payment) => payment switch
    {
        { Status: not (PaymentStatus.RequiresAction or PaymentStatus.Declined) } => null,
        { Flow: PaymentFlow.Redirect, Action: { } page, ProviderReference: { } session } => new NextStep.Redirect(new Uri(page), session),
        { Flow: PaymentFlow.Embedded, Action: { } secret } when options.PublishableKey is { } key => new NextStep.ConfirmWithStripe(secret, key),
        _ => null,
    };

    public Task<string> CreateAsync(string idempotencyKey, string email, string name, CancellationToken cancellationToken) => http.InTimeAsync(
        async token =>
        {
            var form = new StripeForm { { "email", email }, { "name", name }, { "metadata[webox_customer]", idempotencyKey } };
            return (await http.PostAsync("v1/customers", form, idempotencyKey, StripeJson.Default.StripeNamed, token)).Object.Id;
        },
        cancellationToken);

    public void Dispose() => http.Dispose();

    private Task<ProviderIntent> CreateAsync(IntentRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        request.Flow is PaymentFlow.Redirect
            ? CreateSessionAsync(request, idempotencyKey, cancellationToken)
            : CreateEmbeddedAsync(request, idempotencyKey, cancellationToken);

    private async Task<ProviderIntent> CreateEmbeddedAsync(IntentRequest request, string idempotencyKey, CancellationToken cancellationToken)
    {
        if (options.PublishableKey is null)
        {
            throw StripeFailures.Failed("without STRIPE_PUBLISHABLE_KEY nobody can pay in the shop's page");
        }

        var answer = await http.PostAsync(
            "v1/payment_intents", request.ToIntent(), idempotencyKey, StripeJson.Default.StripePaymentIntent, cancellationToken);
        var status = answer.Object.Status switch
        {
            "requires_payment_method" or "requires_confirmation" or "requires_action" => PaymentStatus.RequiresAction,
            "requires_capture" => PaymentStatus.RequiresCapture,
            _ => PaymentStatus.Processing,
        };
        return new ProviderIntent(answer.Object.Id, status, answer.Object.ClientSecret);
    }

    private async Task<ProviderIntent> CreateSessionAsync(IntentRequest request, string idempotencyKey, CancellationToken cancellationToken)
    {
        var answer = await http.PostAsync(
            "v1/checkout/sessions", request.ToSession(), idempotencyKey, StripeJson.Default.StripeSession, cancellationToken);
        return new ProviderIntent(answer.Object.Id, PaymentStatus.RequiresAction, answer.Object.Url);
    }

    private async Task<ProviderAnswer> PostAsync(
        StripePaymentIntent intent, string action, StripeForm form, string idempotencyKey, CancellationToken cancellationToken)
    {
        var answer = await http.PostAsync(
            $"v1/payment_intents/{Uri.EscapeDataString(intent.Id)}/{action}",
            form,
            idempotencyKey,
            StripeJson.Default.StripePaymentIntent,
            cancellationToken);
        return answer.ToProviderAnswer();
    }

    private async Task<ProviderAnswer> ExpireAsync(StripeSession session, string idempotencyKey, CancellationToken cancellationToken)
    {
        var answer = await http.PostAsync(
            $"v1/checkout/sessions/{Uri.EscapeDataString(session.Id)}/expire",
            [],
            idempotencyKey,
            StripeJson.Default.StripeSession,
            cancellationToken);
        return answer.ToProviderAnswer();
    }

    /// <summary>
    /// Money that the shop sets aside is taken by a decision of its own. Where the charge is unknown here, that it was set aside is the news.
    /// </summary>
    private static bool IsKnownToBeSetAside(StripePaymentIntent intent, PaymentCall call) =>
        !call.CapturesLater || intent.LatestCharge is not { Id: var charge } || call.References.Contains(charge);

    private static PaymentRefusedException Refused(string code, bool isNotApproved = false) =>
        new(PaymentProvider.Stripe, code, DeclineReason.Other) { IsNotApproved = isNotApproved };
}
