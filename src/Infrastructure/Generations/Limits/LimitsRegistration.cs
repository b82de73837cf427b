using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Webox.Infrastructure.Generations.Limits;

internal static class LimitsRegistration
{
    public static IServiceCollection AddProviderLimits(this IServiceCollection services) => services
        .AddSingleton(provider => ProviderLimits.From(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<ProviderSpending>()
        .AddSingleton<ProviderBudget>()
        .AddSingleton<ProviderBreakers>();
}
