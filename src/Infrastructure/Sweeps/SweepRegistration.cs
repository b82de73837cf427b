using Microsoft.Extensions.DependencyInjection;

namespace Webox.Infrastructure.Sweeps;

internal static class SweepRegistration
{
    /// <summary>Runs a use case every so often, for the first time one <paramref name="period"/> after the start.</summary>
    public static IServiceCollection AddSweep<TUseCase>(
        this IServiceCollection services, TimeSpan period, Func<TUseCase, CancellationToken, Task> run)
        where TUseCase : notnull =>
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<Sweep<TUseCase>>(provider, run, period));
}
