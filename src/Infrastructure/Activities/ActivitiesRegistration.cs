using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Activities;
using Webox.Infrastructure.Sweeps;

namespace Webox.Infrastructure.Activities;

internal static class ActivitiesRegistration
{
    public static IServiceCollection AddActivities(this IServiceCollection services) =>
        services.AddSweep<ForgetActivities>(TimeSpan.FromHours(1), (activities, token) => activities.ExecuteAsync(token));
}
