using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Credits;
using Webox.Infrastructure.Sweeps;

namespace Webox.Infrastructure.Credits;

internal static class CreditsRegistration
{
    public static IServiceCollection AddCredits(this IServiceCollection services) => services
        .AddScoped<ICreditLedger, CreditLedger>()
        .AddScoped<IMonthlyGrants, MonthlyGrants>()
        .AddSingleton(provider => new FreePlan(provider.GetRequiredService<IConfiguration>().GetValue("WEBOX_FREE_CREDITS", 500)))
        .AddSweep<GiveMonthlyCredits>(TimeSpan.FromMinutes(1), (credits, token) => credits.ExecuteAsync(token));
}
