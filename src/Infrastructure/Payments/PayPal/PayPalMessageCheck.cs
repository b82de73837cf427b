using System.Buffers;
using System.Text.Json;
using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>
/// Believes what PayPal signed for our webhook. A message does not grow too old: PayPal sends one again for days, and says of no age
/// that it is too much; who repeats one repeats its id.
/// </summary>
/// <param name="webhookId">A part of what is signed: what PayPal tells another shop is no message for this one.</param>
internal sealed class PayPalMessageCheck(
    PayPalVerification verification, string webhookId, PayPalClient client, PayPalCertificates certificates) : IDisposable
{
    private const int EventIdLengthMax = 255;

    public static PayPalMessageCheck Create(PayPalOptions options, string webhookId, TimeProvider clock) => new(
        options.Verification, webhookId, PayPalClient.Create(options, clock),
        new PayPalCertificates(options, PayPalHttp.Create(clock), PayPalTrust.Load(options), clock));

    /// <returns>PayPal's id of the message. Null when it is not PayPal's.</returns>
    /// <exception cref="PaymentGatewayException">It could not be found out.</exception>
    public async Task<string?> EventIdAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        // What is wrong already is not worth a call.
        if (PayPalTransmission.From(delivery) is not { } transmission
            || certificates.Address(transmission.CertificateUrl) is not { } address
            || EventIdOf(delivery.Body) is not { } eventId)
        {
            return null;
        }

        var isGenuine = verification is PayPalVerification.Call
            ? await client.InTimeAsync(limit => IsVouchedForAsync(transmission, delivery.Body, limit), cancellationToken)
            : await IsSignedAsync(transmission, address, delivery.Body, cancellationToken);
        return isGenuine ? eventId : null;
    }

    public void Dispose()
    {
        client.Dispose();
        certificates.Dispose();
    }

    private async Task<bool> IsSignedAsync(
        PayPalTransmission transmission, Uri address, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var key = await certificates.KeyAsync(address, cancellationToken);
        return key is not null && transmission.IsSignedBy(key, webhookId, body.Span);
    }

    /// <summary>https://developer.paypal.com/docs/api/webhooks/v1/#verify-webhook-signature_post</summary>
    private async Task<bool> IsVouchedForAsync(
        PayPalTransmission transmission, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.PostAsync(
                "v1/notifications/verify-webhook-signature", Question(transmission, body.Span), key: null, prefer: null, cancellationToken);
            return answer is not null
                && JsonSerializer.Deserialize(answer, PayPalJson.Default.PayPalVerdict) is { VerificationStatus: "SUCCESS" };
        }
        catch (PaymentRefusedException)
        {
            // What PayPal cannot even read did not come from there.
            return false;
        }
        catch (JsonException unreadable)
        {
            throw new PaymentGatewayException(PaymentProvider.Paypal, "answered what cannot be read", unreadable);
        }
    }

    /// <summary>The message goes in byte for byte: written anew, it would have another checksum.</summary>
    private byte[] Question(PayPalTransmission transmission, ReadOnlySpan<byte> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("auth_algo", PayPalTransmission.Algorithm);
            json.WriteString("cert_url", transmission.CertificateUrl);
            json.WriteString("transmission_id", transmission.Id);
            json.WriteString("transmission_sig", transmission.Signature);
            json.WriteString("transmission_time", transmission.Time);
            json.WriteString("webhook_id", webhookId);
            json.WritePropertyName("webhook_event");
            json.WriteRawValue(body);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <returns>Null for what is no message of anybody.</returns>
    private static string? EventIdOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String
                && id.GetString() is { Length: > 0 and <= EventIdLengthMax } text
                    ? text
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
