using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Webox.Domain.Carts;

namespace Webox.Infrastructure.Orders;

internal static class OrdersRegistration
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddSingleton(provider => ReadTerms(provider.GetRequiredService<IConfiguration>()))
        .AddHostedService<OrderExpiry>()
        .AddHostedService<CartSweep>();

    private static SalesTerms ReadTerms(IConfiguration settings) => new(
        TaxSettings.Read(settings["WEBOX_TAX_RATES"]), settings["WEBOX_PRICES_INCLUDE_TAX"] == "true", ShippingSettings.Read(settings["WEBOX_SHIPPING"]));
}
