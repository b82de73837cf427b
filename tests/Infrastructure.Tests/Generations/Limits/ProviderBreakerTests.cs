using Polly.CircuitBreaker;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Limits;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Limits;

public sealed class ProviderBreakerTests
{
    private readonly ManualClock _clock = new();
    private int _calls;

    [Fact]
    public async Task Half_of_eight_failures_open_it_and_one_success_closes_it()
    {
        var breaker = new ProviderBreakers(_clock).Of("openai/gpt");
        await CallAsync(breaker, 4, code: null);
        await CallAsync(breaker, 4, GenerationFailureCode.ProviderUnavailable);

        Assert.Equal(TimeSpan.FromSeconds(15), breaker.OpenFor);
        await Assert.ThrowsAnyAsync<BrokenCircuitException>(() => breaker.ExecuteAsync(AnswerAsync));
        Assert.Equal(8, _calls);

        _clock.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal(TimeSpan.Zero, breaker.OpenFor);
        await CallAsync(breaker, 10, code: null);
        Assert.Equal(18, _calls);
    }

    [Fact]
    public async Task A_probe_that_fails_opens_it_again()
    {
        var breaker = new ProviderBreakers(_clock).Of("openai/gpt");
        await CallAsync(breaker, 8, GenerationFailureCode.TimedOut);
        _clock.Advance(TimeSpan.FromSeconds(16));

        await CallAsync(breaker, 1, GenerationFailureCode.TimedOut);

        Assert.Equal(TimeSpan.FromSeconds(15), breaker.OpenFor);
    }

    [Theory]
    [InlineData(GenerationFailureCode.ContentPolicy)]
    [InlineData(GenerationFailureCode.ProviderRejected)]
    [InlineData(GenerationFailureCode.RateLimited)]
    public async Task A_provider_that_refuses_works(GenerationFailureCode code)
    {
        var breaker = new ProviderBreakers(_clock).Of("openai/gpt");

        await CallAsync(breaker, 20, code);

        Assert.Equal((TimeSpan.Zero, 20), (breaker.OpenFor, _calls));
    }

    [Fact]
    public async Task Each_model_has_its_own()
    {
        var breakers = new ProviderBreakers(_clock);
        await CallAsync(breakers.Of("openai/gpt"), 8, GenerationFailureCode.StreamInterrupted);

        Assert.Equal(TimeSpan.Zero, breakers.Of("groq/llama").OpenFor);
        Assert.Same(breakers.Of("openai/gpt"), breakers.Of("openai/gpt"));
    }

    private async Task CallAsync(ProviderBreaker breaker, int times, GenerationFailureCode? code)
    {
        for (var i = 0; i < times; i++)
        {
            if (code is { } failure)
            {
                await Assert.ThrowsAsync<ProviderFailureException>(() => breaker.ExecuteAsync(() => FailAsync(failure)));
            }
            else
            {
                await breaker.ExecuteAsync(AnswerAsync);
            }
        }
    }

    private Task<int> AnswerAsync() => Task.FromResult(++_calls);

    private Task<int> FailAsync(GenerationFailureCode code)
    {
        _calls++;
        return Task.FromException<int>(new ProviderFailureException(code, "as asked", isRetryable: true));
    }
}
