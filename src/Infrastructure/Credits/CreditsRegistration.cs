using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Credits;

namespace Webox.Infrastructure.Credits;

internal static class CreditsRegistration
{
    public static IServiceCollection AddCredits(this IServiceCollection services) => services.AddScoped<ICreditLedger, CreditLedger>();
}
