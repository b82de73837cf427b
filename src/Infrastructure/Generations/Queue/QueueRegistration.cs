using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Webox.Infrastructure.Generations.Queue;

internal static class QueueRegistration
{
    public static IServiceCollection AddGenerationQueue(this IServiceCollection services) => services
        .AddSingleton(provider => QueueOptions.From(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<QueueMetrics>()
        .AddSingleton<GenerationQueue>();
}
