using System.Text.Json;
using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>What PayPal answers when an order is made: its id, and the page where the customer approves it.</summary>
internal static class PayPalIntents
{
    /// <exception cref="PaymentGatewayException">It is no order, or one that nobody could approve at PayPal.</exception>
    public static ProviderIntent Read(byte[]? answer, PayPalOptions options)
    {
        var order = Parse(answer);
        if (order?.Id is not { Length: > 0 } id)
        {
            throw new PaymentGatewayException(PaymentProvider.Paypal, "answered without an order");
        }

        // A repetition is answered with what became of the order since.
        if (order.Status is "COMPLETED")
        {
            return new ProviderIntent(id, PaymentStatus.Processing, Action: null);
        }

        // The link has the one name without a payment source, the other with.
        var page = order.Links?.FirstOrDefault(link => link?.Rel is "approve" or "payer-action")?.Href;
        return Uri.TryCreate(page, UriKind.Absolute, out var address) && IsPayPals(address, options)
            ? new ProviderIntent(id, PaymentStatus.RequiresAction, address.AbsoluteUri)
            : throw new PaymentGatewayException(PaymentProvider.Paypal, "answered without a page of its own for the customer");
    }

    private static bool IsPayPals(Uri page, PayPalOptions options) =>
        PayPalDomain.Has(page) || (page.Host == options.Address.Host && page.Scheme == options.Address.Scheme);

    private static PayPalOrder? Parse(byte[]? answer)
    {
        try
        {
            return answer is null ? null : JsonSerializer.Deserialize(answer, PayPalJson.Default.PayPalOrder);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No order is in it: the caller says so.
            return null;
        }
    }
}
