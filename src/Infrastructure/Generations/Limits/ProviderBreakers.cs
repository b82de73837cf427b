using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Limits;

/// <summary>
/// A circuit breaker for each model on this node: when half of at least eight calls in thirty seconds failed, it is not called for
/// fifteen seconds, and then by one to see. https://www.pollydocs.org/strategies/circuit-breaker
/// </summary>
internal sealed class ProviderBreakers(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ProviderBreaker> _breakers = new(StringComparer.Ordinal);

    /// <param name="model">Its id in the catalogue.</param>
    public ProviderBreaker Of(string model) => _breakers.GetOrAdd(model, _ => new ProviderBreaker(clock));
}

/// <summary>The circuit breaker of one model.</summary>
internal sealed class ProviderBreaker
{
    private static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(15);

    private readonly ResiliencePipeline _pipeline;
    private readonly TimeProvider _clock;
    private long _openUntil;

    public ProviderBreaker(TimeProvider clock)
    {
        _clock = clock;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 8,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = BreakDuration,
                ShouldHandle = new PredicateBuilder().Handle<ProviderFailureException>(IsOfProvider),
                OnOpened = _ =>
                {
                    Volatile.Write(ref _openUntil, clock.GetUtcNow().Add(BreakDuration).UtcTicks);
                    return default;
                },
            })
            .Build();
    }

    /// <summary>How long the model is not to be called still; zero when it may be.</summary>
    public TimeSpan OpenFor => TimeSpan.FromTicks(Math.Max(0, Volatile.Read(ref _openUntil) - _clock.GetUtcNow().UtcTicks));

    /// <exception cref="BrokenCircuitException">It is open, or another call is finding out whether it may close.</exception>
    public async Task<T> ExecuteAsync<T>(Func<Task<T>> call) => await _pipeline.ExecuteAsync(async _ => await call());

    // A refusal says that the provider works; that it takes no more now is for its budget.
    private static bool IsOfProvider(ProviderFailureException failure) => failure.Code
        is GenerationFailureCode.ProviderUnavailable or GenerationFailureCode.TimedOut or GenerationFailureCode.StreamInterrupted;
}
