using Microsoft.Extensions.DependencyInjection;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations;

internal static class GenerationsRegistration
{
    /// <summary>The queue and its workers, the providers that are configured, the models, and where artifacts are kept.</summary>
    public static IServiceCollection AddGenerations(this IServiceCollection services) => services
        .AddGenerationQueue();
}
