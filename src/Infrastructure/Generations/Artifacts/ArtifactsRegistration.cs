using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Generations;
using Webox.Infrastructure.Settings;
using Webox.Infrastructure.Sweeps;

namespace Webox.Infrastructure.Generations.Artifacts;

internal static class ArtifactsRegistration
{
    /// <summary>Files on S3 where a bucket is configured, else in the data folder; and the sweep of what nothing names.</summary>
    public static IServiceCollection AddArtifacts(this IServiceCollection services) => services
        .AddSingleton(Store)
        .AddSingleton<UnusedArtifacts>()
        .AddSingleton<IUnusedArtifacts>(provider => provider.GetRequiredService<UnusedArtifacts>())
        .AddSweep<UnusedArtifacts>(TimeSpan.FromHours(1), (unused, token) => unused.SweepAsync(token))
        .AddProbe("S3", (settings, clock) => S3Options.From(settings) is { } options ? new S3Probe(options, clock) : null);

    private static IArtifactStore Store(IServiceProvider provider)
    {
        var (data, clock) = (provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<TimeProvider>());
        return S3Options.From(provider.GetRequiredService<IConfiguration>()) is { } options
            ? new S3ArtifactStore(new S3Bucket(options.Bucket, S3Client.Create(options), clock), new IncomingFiles(data, clock))
            : new FileArtifactStore(data, clock);
    }
}
