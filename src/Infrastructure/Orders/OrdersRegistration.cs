using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Carts;
using Webox.Application.Orders;
using Webox.Domain.Carts;
using Webox.Infrastructure.Sweeps;

namespace Webox.Infrastructure.Orders;

internal static class OrdersRegistration
{
    /// <summary>What the shop sells under, the end of orders that nobody paid in time, and of guests' carts that nobody came back to.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddSingleton(provider => ReadTerms(provider.GetRequiredService<IConfiguration>()))
        .AddSweep<ExpireOrders>(TimeSpan.FromSeconds(30), (orders, token) => orders.ExecuteAsync(token))
        .AddSweep<ForgetCarts>(TimeSpan.FromMinutes(10), (carts, token) => carts.ExecuteAsync(token));

    private static SalesTerms ReadTerms(IConfiguration settings) => new(
        TaxSettings.Read(settings["WEBOX_TAX_RATES"]), settings["WEBOX_PRICES_INCLUDE_TAX"] == "true", ShippingSettings.Read(settings["WEBOX_SHIPPING"]));
}
