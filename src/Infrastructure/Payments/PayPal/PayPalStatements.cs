using System.Text.Json;
using Webox.Application.Payments;
using Webox.Domain;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>
/// Reads what PayPal writes: an order, an authorization, a capture or a refund as it is, or a message that shows one.
/// https://developer.paypal.com/api/rest/webhooks/event-names/
/// </summary>
internal static class PayPalStatements
{
    /// <param name="now">The time of what has none.</param>
    /// <exception cref="JsonException">It is not what PayPal sends.</exception>
    public static ProviderStatement Read(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind is not JsonValueKind.Object ? throw new JsonException("It is no object.")
                : root.TryGetProperty("event_type", out _) ? OfMessage(root, now)
                : Of(PayPalKinds.Of(root), root, new PayPalEvents(Told: null, now));
        }
        catch (UnsupportedCurrencyException)
        {
            // Money of another shop of the same account: none of ours is in it.
            return ProviderStatement.Nothing;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("A text in it is no text.");
        }
    }

    private static ProviderStatement OfMessage(JsonElement root, DateTimeOffset now)
    {
        var message = root.Deserialize(PayPalJson.Default.PayPalMessage)!;
        if (message.Resource is not { ValueKind: JsonValueKind.Object } resource)
        {
            return ProviderStatement.Nothing;
        }

        var events = new PayPalEvents(PayPalEvents.Time(message.CreateTime), now);
        return message.EventType switch
        {
            "CHECKOUT.ORDER.APPROVED" or "CHECKOUT.ORDER.COMPLETED" => Of(PayPalKind.Order, resource, events),
            "PAYMENT.AUTHORIZATION.CREATED" => Of(PayPalKind.Authorization, resource, events),
            "PAYMENT.AUTHORIZATION.VOIDED" => Of(PayPalKind.Authorization, resource, events, "VOIDED"),
            "PAYMENT.CAPTURE.COMPLETED" => Of(PayPalKind.Capture, resource, events, "COMPLETED"),
            "PAYMENT.CAPTURE.PENDING" => Of(PayPalKind.Capture, resource, events, "PENDING"),
            "PAYMENT.CAPTURE.DENIED" or "PAYMENT.CAPTURE.DECLINED" => Of(PayPalKind.Capture, resource, events, "DECLINED"),
            "PAYMENT.CAPTURE.REFUNDED" => Of(PayPalKind.Refund, resource, events),
            "PAYMENT.CAPTURE.REVERSED" => OfReversal(resource, events),
            "CUSTOMER.DISPUTE.CREATED" or "CUSTOMER.DISPUTE.UPDATED" => OfDispute(resource, events, isOver: false),
            "CUSTOMER.DISPUTE.RESOLVED" => OfDispute(resource, events, isOver: true),
            _ => ProviderStatement.Nothing,
        };
    }

    /// <param name="status">What a message says of it. Null: what it says itself.</param>
    private static ProviderStatement Of(PayPalKind kind, JsonElement resource, PayPalEvents events, string? status = null)
    {
        switch (kind)
        {
            case PayPalKind.Unknown:
                return ProviderStatement.Nothing;
            case PayPalKind.Order:
                var order = resource.Deserialize(PayPalJson.Default.PayPalOrder)!;
                return new(PayPalReferences.Of(order), [.. events.Of(order)]);
            default:
                var transaction = resource.Deserialize(PayPalJson.Default.PayPalTransaction)!;
                return new(PayPalReferences.Of(kind, transaction), [.. events.Of(kind, transaction, status ?? transaction.Status)]);
        }
    }

    private static ProviderStatement OfReversal(JsonElement resource, PayPalEvents events)
    {
        var kind = PayPalKinds.Of(resource) is PayPalKind.Capture ? PayPalKind.Capture : PayPalKind.Refund;
        var transaction = resource.Deserialize(PayPalJson.Default.PayPalTransaction)!;
        return new(PayPalReferences.Of(kind, transaction), [.. events.OfReversal(kind, transaction)]);
    }

    private static ProviderStatement OfDispute(JsonElement resource, PayPalEvents events, bool isOver)
    {
        var dispute = resource.Deserialize(PayPalJson.Default.PayPalDispute)!;
        return new(PayPalReferences.Of(dispute), [.. events.Of(dispute, isOver)]);
    }
}
