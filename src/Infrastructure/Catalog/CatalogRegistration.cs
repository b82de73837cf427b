using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Catalog;

namespace Webox.Infrastructure.Catalog;

internal static class CatalogRegistration
{
    public static IServiceCollection AddCatalog(this IServiceCollection services) => services
        .AddSingleton<IProductSearch, ProductSearch>()
        .AddSingleton(provider => CreditPackSettings.Read(provider.GetRequiredService<IConfiguration>()["WEBOX_CREDIT_PACKS"]));
}
