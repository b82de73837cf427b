using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.Hosting;

/// <summary>Makes the schema while the host starts: a broken one stops it there, and no request waits for it.</summary>
internal sealed class SchemaAtStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<IRequestExecutor>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
