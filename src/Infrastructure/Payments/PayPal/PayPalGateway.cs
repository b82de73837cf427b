using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>
/// Payments by PayPal: an order that the customer approves on PayPal's page, and that is captured afterwards, at once or after an
/// authorization. https://developer.paypal.com/docs/api/orders/v2/ and …/payments/v2/
/// </summary>
internal sealed class PayPalGateway(PayPalOptions options, PayPalClient client, TimeProvider clock) : IPaymentGateway, IDisposable
{
    private const string Orders = "v2/checkout/orders";
    private const string Authorizations = "v2/payments/authorizations";
    private const string Captures = "v2/payments/captures";
    private const string Refunds = "v2/payments/refunds";

    /// <summary>All of the object.</summary>
    private const string Whole = "representation";

    public PaymentProvider Provider => PaymentProvider.Paypal;

    /// <summary>Of orders; payments keep theirs longer. https://developer.paypal.com/api/rest/reference/idempotency/</summary>
    public TimeSpan KeyLifetime => TimeSpan.FromHours(6);

    public static PayPalGateway Create(PayPalOptions options, TimeProvider clock) =>
        new(options, PayPalClient.Create(options, clock), clock);

    public Task<ProviderIntent> CreateIntentAsync(IntentRequest request, CancellationToken cancellationToken) => client.InTimeAsync(
        async limit =>
        {
            var answer = await client.PostAsync(
                Orders, Json(request.ToPayPal(), PayPalJson.Default.PayPalOrderRequest), request.IdempotencyKey, "minimal", limit);
            return PayPalIntents.Read(answer, options);
        },
        cancellationToken);

    public Task<ProviderAnswer> CaptureAsync(PaymentCall call, CancellationToken cancellationToken) => client.InTimeAsync(
        async limit =>
        {
            try
            {
                var authorization = call.CapturesLater ? PayPalReferences.AuthorizationOf(call.References) : null;
                var (path, body) = (call.CapturesLater, authorization) switch
                {
                    (false, _) => ($"{Orders}/{Segment(call.Reference)}/capture", []),
                    (true, null) => ($"{Orders}/{Segment(call.Reference)}/authorize", []),
                    (true, var id) => (
                        $"{Authorizations}/{Segment(id)}/capture",
                        Json(new(FinalCapture: true), PayPalJson.Default.PayPalCaptureRequest)),
                };
                var answer = await client.PostAsync(path, body, call.IdempotencyKey, Whole, limit);
                return Complete(answer) ?? await FindAsync(call, limit);
            }
            catch (PaymentRefusedException refusal) when (
                refusal.Code is "ORDER_ALREADY_CAPTURED" or "ORDER_ALREADY_AUTHORIZED" or "ORDER_COMPLETED_OR_VOIDED"
                    or "AUTHORIZATION_ALREADY_CAPTURED")
            {
                return await FindAsync(call, limit);
            }
        },
        cancellationToken);

    /// <remarks>Only authorizations can be voided; an order that is not approved dies by itself after some hours.</remarks>
    public Task<ProviderAnswer?> CancelAsync(PaymentCall call, CancellationToken cancellationToken) => client.InTimeAsync(
        async limit =>
        {
            if (!call.CapturesLater)
            {
                return null;
            }

            try
            {
                // The answer that made an authorization may have been lost.
                return await AuthorizationAsync(call, limit) is { } authorization ? await VoidAsync(call, authorization, limit) : null;
            }
            catch (PaymentRefusedException refusal) when (PayPalFailures.IsUnknown(refusal))
            {
                return null;
            }
        },
        cancellationToken);

    public Task<ProviderAnswer> RefundAsync(RefundRequest request, CancellationToken cancellationToken) => client.InTimeAsync(
        async limit =>
        {
            var answer = await client.PostAsync(
                $"{Captures}/{Segment(request.Captured)}/refund",
                Json(request.ToPayPal(), PayPalJson.Default.PayPalRefundRequest), request.IdempotencyKey, Whole, limit);
            return Complete(answer) ?? new ProviderAnswer(await client.GetAsync($"{Refunds}/{Segment(IdOf(answer))}", limit));
        },
        cancellationToken);

    public Task<ProviderAnswer> FindAsync(PaymentCall call, CancellationToken cancellationToken) => client.InTimeAsync(
        async limit =>
        {
            try
            {
                return new ProviderAnswer(await client.GetAsync($"{Orders}/{Segment(call.Reference)}", limit));
            }
            catch (PaymentRefusedException refusal) when (
                PayPalFailures.IsUnknown(refusal) && PayPalReferences.CaptureOf(call.References) is { } capture)
            {
                return new ProviderAnswer(await client.GetAsync($"{Captures}/{Segment(capture)}", limit));
            }
            catch (PaymentRefusedException refusal) when (
                PayPalFailures.IsUnknown(refusal) && PayPalReferences.AuthorizationOf(call.References) is { } authorization)
            {
                return new ProviderAnswer(await client.GetAsync($"{Authorizations}/{Segment(authorization)}", limit));
            }
        },
        cancellationToken);

    public ProviderStatement Read(ReadOnlyMemory<byte> body) => PayPalStatements.Read(body, clock.GetUtcNow());

    public NextStep? NextStepOf(Payment payment) =>
        payment is { Status: PaymentStatus.RequiresAction or PaymentStatus.Declined, Action: { } page, ProviderReference: { } order }
            ? new NextStep.Redirect(new Uri(page), order)
            : null;

    public void Dispose() => client.Dispose();

    private async Task<string?> AuthorizationAsync(PaymentCall call, CancellationToken cancellationToken)
    {
        if (PayPalReferences.AuthorizationOf(call.References) is { } known)
        {
            return known;
        }

        var order = await client.GetAsync($"{Orders}/{Segment(call.Reference)}", cancellationToken);
        return PayPalReferences.AuthorizationOf(Statement(order).References);
    }

    private async Task<ProviderAnswer> VoidAsync(PaymentCall call, string authorization, CancellationToken cancellationToken)
    {
        var path = $"{Authorizations}/{Segment(authorization)}";
        try
        {
            var answer = await client.PostAsync($"{path}/void", [], call.IdempotencyKey, Whole, cancellationToken);
            return Complete(answer) ?? new ProviderAnswer(await client.GetAsync(path, cancellationToken));
        }
        catch (PaymentRefusedException refusal) when (refusal.Code is "PREVIOUSLY_CAPTURED")
        {
            return await FindAsync(call, cancellationToken);
        }
        catch (PaymentRefusedException refusal) when (refusal.Code is "PREVIOUSLY_VOIDED")
        {
            return new ProviderAnswer(await client.GetAsync(path, cancellationToken));
        }
    }

    /// <returns>Null for an answer too short to say what happened to which payment: <c>Prefer</c> is a wish.</returns>
    private ProviderAnswer? Complete(byte[]? answer) =>
        answer is not null && Statement(answer) is { References.Count: > 0, Events.Count: > 0 } ? new ProviderAnswer(answer) : null;

    /// <summary>What an answer says, which must be one of PayPal's.</summary>
    private ProviderStatement Statement(byte[] answer)
    {
        try
        {
            return Read(answer);
        }
        catch (JsonException unreadable)
        {
            throw new PaymentGatewayException(Provider, "answered what cannot be read", unreadable);
        }
    }

    private string IdOf(byte[]? answer) =>
        answer is not null && JsonSerializer.Deserialize(answer, PayPalJson.Default.PayPalTransaction)?.Id is { Length: > 0 } id
            ? id
            : throw new PaymentGatewayException(Provider, "answered without an id");

    private static byte[] Json<T>(T body, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(body, type);

    private static string Segment(string id) => Uri.EscapeDataString(id);
}
