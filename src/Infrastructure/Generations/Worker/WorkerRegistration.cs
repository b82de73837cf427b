using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations.Worker;

internal static class WorkerRegistration
{
    public static IServiceCollection AddGenerationWorker(this IServiceCollection services) => services
        .AddSingleton<WorkerLimits>()
        .AddSingleton<RunningGenerations>()
        .AddSingleton<IRunningGenerations>(provider => provider.GetRequiredService<RunningGenerations>())
        .AddSingleton<ModelChoice>()
        .AddSingleton<PromptImages>()
        .AddSingleton<TextAttempt>()
        .AddSingleton<ImageAttempt>()
        .AddSingleton<VideoAttempt>()
        .AddSingleton<AudioAttempt>()
        .AddSingleton<GenerationRun>()
        .AddSingleton<WorkerSlots>()
        .AddSingleton<GenerationWorker>()
        .AddScoped<ILocalWorkers, LocalWorkers>()

        // Started in this order and stopped in the opposite one: leases are kept until the worker has put its generations back.
        .AddHostedService<LeaseRescue>()
        .AddHostedService<LeaseKeeper>()
        .AddHostedService(provider => provider.GetRequiredService<GenerationWorker>());
}
