using System.Text.Json;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>What an answer shows. PayPal's objects do not name their kind.</summary>
internal enum PayPalKind
{
    Unknown,
    Order,
    Authorization,
    Capture,
    Refund,
}

internal static class PayPalKinds
{
    /// <summary>By the collection, the name in the address of the object.</summary>
    public static PayPalKind OfCollection(string? collection) => collection switch
    {
        "orders" => PayPalKind.Order,
        "authorizations" => PayPalKind.Authorization,
        "captures" => PayPalKind.Capture,
        "refunds" => PayPalKind.Refund,
        _ => PayPalKind.Unknown,
    };

    /// <summary>By its own link, and where it has none, by what only this kind has.</summary>
    public static PayPalKind Of(JsonElement resource)
    {
        var links = resource.TryGetProperty("links", out var list) ? list.Deserialize(PayPalJson.Default.IReadOnlyListPayPalLink) : null;
        var self = links?.FirstOrDefault(link => link?.Rel == "self")?.Target?.Collection;
        return OfCollection(self) switch
        {
            PayPalKind.Unknown when HasAny("purchase_units", "intent") => PayPalKind.Order,
            PayPalKind.Unknown when HasAny("final_capture", "seller_receivable_breakdown") => PayPalKind.Capture,
            PayPalKind.Unknown when HasAny("seller_payable_breakdown", "note_to_payer") => PayPalKind.Refund,
            PayPalKind.Unknown when HasAny("expiration_time") => PayPalKind.Authorization,
            var kind => kind,
        };

        bool HasAny(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (resource.TryGetProperty(name, out _))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
