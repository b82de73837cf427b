using Microsoft.Extensions.DependencyInjection;

namespace Webox.Infrastructure.Activities;

internal static class ActivitiesRegistration
{
    public static IServiceCollection AddActivities(this IServiceCollection services) => services.AddHostedService<ActivityUpkeep>();
}
