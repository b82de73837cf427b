using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Webox.Infrastructure.Orders;

internal static class OrdersRegistration
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddSingleton(provider => TaxSettings.Read(provider.GetRequiredService<IConfiguration>()["WEBOX_TAX_RATES"]))
        .AddHostedService<OrderExpiry>();
}
