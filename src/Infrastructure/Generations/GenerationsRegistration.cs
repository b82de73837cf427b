using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Generations;
using Webox.Infrastructure.Generations.Artifacts;
using Webox.Infrastructure.Generations.Limits;
using Webox.Infrastructure.Generations.Models;
using Webox.Infrastructure.Generations.Queue;
using Webox.Infrastructure.Generations.Sandbox;
using Webox.Infrastructure.Generations.Worker;
using Webox.Infrastructure.Operations;

namespace Webox.Infrastructure.Generations;

internal static class GenerationsRegistration
{
    /// <summary>The models, the providers that are configured, where artifacts are kept, and the queue with its workers.</summary>
    public static IServiceCollection AddGenerations(this IServiceCollection services) => services
        .AddSingleton<IModelCatalog, ModelCatalog>()
        .AddSandbox()
        .AddSingleton<TextProviders>()
        .AddSingleton<ImageProviders>()
        .AddSingleton<VideoProviders>()
        .AddSingleton<AudioProviders>()
        .AddArtifacts()
        .AddModelListProbes()
        .AddJobInvariants()
        .AddProviderLimits()
        .AddGenerationQueue()
        .AddGenerationWorker();
}
