using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Webox.Infrastructure.Catalog;

internal static class CatalogRegistration
{
    public static IServiceCollection AddCatalog(this IServiceCollection services) =>
        services.AddSingleton(provider => CreditPackSettings.Read(provider.GetRequiredService<IConfiguration>()["WEBOX_CREDIT_PACKS"]));
}
