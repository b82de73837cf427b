using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Worker;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Worker;

/// <summary>A node that works: the background services of generations, as the host runs them.</summary>
internal sealed class WorkerHost : IAsyncDisposable
{
    private readonly List<IHostedService> _services;

    private WorkerHost(List<IHostedService> services) => _services = services;

    /// <summary>An installation whose sandbox text is <paramref name="generator"/>, with a data folder of its own.</summary>
    public static Task<TestWebox> OpenAsync(
        DatabaseKind kind, ITextGenerator? generator = null, int leaseMilliseconds = 30_000, Action<IServiceCollection>? configure = null,
        IReadOnlyDictionary<string, string?>? settings = null) =>
        TestWebox.OpenAsync(
            kind,
            new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
            {
                ["WEBOX_NODE"] = "node-a",
                ["WEBOX_LEASE_MS"] = leaseMilliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["WEBOX_DATA"] = TemporaryFolder.New("data"),
            },
            services =>
            {
                if (generator is not null)
                {
                    services.RemoveAll<ITextGenerator>().AddSingleton(generator);
                }

                configure?.Invoke(services);
            });

    public static async Task<WorkerHost> StartAsync(TestWebox webox)
    {
        var services = webox.Services.GetServices<IHostedService>()
            .Where(service => service.GetType().Assembly == typeof(GenerationWorker).Assembly
                && service.GetType().Namespace is "Webox.Infrastructure.Generations.Worker" or "Webox.Infrastructure.Changes")
            .ToList();
        foreach (var service in services)
        {
            await service.StartAsync(default);
        }

        return new WorkerHost(services);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(_services))
        {
            await service.StopAsync(default);
        }

        _services.Clear();
    }
}

/// <summary>A provider that does what a test says, attempt by attempt.</summary>
internal sealed class ScriptedTextGenerator(
    Func<int, CancellationToken, IAsyncEnumerable<TextChunk>> script, AiProvider provider = AiProvider.Sandbox) : ITextGenerator
{
    private int _calls;

    public AiProvider Provider => provider;

    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Completes when a call was ended from outside.</summary>
    public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static TextChunk Text(string text) => new TextChunk.Delta(text);

    public static TextChunk Stop(int input, int output) => new TextChunk.Finished(FinishReason.Stop, new TokenUsage(input, output));

    public async IAsyncEnumerable<TextChunk> StreamAsync(TextRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var closed = cancellationToken.Register(() => Closed.TrySetResult());
        await foreach (var chunk in script(Interlocked.Increment(ref _calls), cancellationToken))
        {
            yield return chunk;
        }
    }
}
