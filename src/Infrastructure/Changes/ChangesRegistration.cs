using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Webox.Application.Changes;

namespace Webox.Infrastructure.Changes;

internal static class ChangesRegistration
{
    /// <summary>Pokes stay in the process on SQLite, where there is only one, and travel between the nodes on PostgreSQL.</summary>
    public static IServiceCollection AddChanges(this IServiceCollection services) => services
        .AddSingleton<LocalPokes>()
        .AddSingleton<OutgoingPokes>()
        .AddSingleton<WorkPokes>()
        .AddSingleton<ChangeFeed>()
        .AddSingleton<IChangeFeed>(provider => provider.GetRequiredService<ChangeFeed>())
        .AddSingleton<IHostedService>(provider =>
            provider.GetRequiredService<IConfiguration>()["WEBOX_DATABASE"] is { } database
            && database.Contains("Host=", StringComparison.OrdinalIgnoreCase)
                ? ActivatorUtilities.CreateInstance<PostgresPokes>(provider, database)
                : new NoPokes());

    private sealed class NoPokes : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
