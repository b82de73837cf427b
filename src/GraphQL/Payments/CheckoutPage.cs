using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Orders;
using Webox.Application.Payments;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.GraphQL.Payments;

/// <summary>
/// <c>GET /checkout/{orderId}</c>: a page to pay on, so that a payment can be tried from a browser. In Development only. It is a client of
/// the API like any shop: nothing it does is done here.
/// </summary>
internal static class CheckoutPage
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public static void MapCheckoutPage(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapGet("/checkout/{orderId}", ShowAsync);
            app.MapGet("/checkout/assets/{file}", SendAsset);
        }
    }

    private static async Task<IResult> ShowAsync(
        string orderId, HttpContext context, IWeboxDb db, ICurrentCustomer current, PaymentGateways gateways, PaymentPolicy policy,
        IConfiguration configuration, CancellationToken cancellationToken)
    {
        var providers = gateways.Available;
        var data = new CheckoutPageData(
            orderId,
            CheckoutPageOrder.Of(await FindAsync(orderId, context.RequestServices, db, current, cancellationToken)),
            providers,
            policy.CapturesLater,
            providers.Contains(PaymentProvider.Paypal) ? configuration["PAYPAL_CLIENT_ID"]?.Trim() : null);
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);

        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = CheckoutPagePolicy.For(providers, nonce);
        if (providers.Any(provider => provider is PaymentProvider.Stripe or PaymentProvider.Paypal))
        {
            // Their windows answer the page that opened them.
            headers["Cross-Origin-Opener-Policy"] = "same-origin-allow-popups";
        }

        return Results.Content(CheckoutPageAssets.Page(JsonSerializer.Serialize(data, Json), nonce), "text/html; charset=utf-8");
    }

    /// <summary>A guest's order, which its id opens for paying. Null for any other: it is read through the API, by its customer.</summary>
    private static async Task<Order?> FindAsync(
        string id, IServiceProvider services, IWeboxDb db, ICurrentCustomer current, CancellationToken cancellationToken) =>
        await GraphQLServer.ReadIdAsync(services, nameof(Order), id) is { } key
            ? await db.Orders.AsNoTracking().PayableBy(current).SingleOrDefaultAsync(order => order.Id == OrderId.From(key), cancellationToken)
            : null;

    private static IResult SendAsset(string file, HttpContext context)
    {
        if (CheckoutPageAssets.Find(file) is not { } asset)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-cache";
        return Results.Stream(asset.Content, asset.ContentType);
    }
}
