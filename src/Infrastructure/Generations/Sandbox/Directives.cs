using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Sandbox;

/// <summary>
/// Words in a prompt that make the sandbox play an outcome, whatever it makes, so that a client can be built against every one of them:
/// <list type="bullet">
/// <item><c>[sandbox:slow]</c>: half a second between two pieces of the answer.</item>
/// <item><c>[sandbox:fail]</c>: the provider is down. Ends as PROVIDER_UNAVAILABLE without another try.</item>
/// <item><c>[sandbox:rate-limit]</c>: the provider asks to wait a second, at every attempt. Ends as RATE_LIMITED.</item>
/// <item><c>[sandbox:refuse]</c>: the provider refuses the content. Ends as CONTENT_POLICY.</item>
/// <item><c>[sandbox:cut]</c>: the answer stops in the middle, at every attempt. Ends as STREAM_INTERRUPTED.</item>
/// </list>
/// </summary>
internal static class Directives
{
    public static TimeSpan Pace(string prompt, TimeSpan usual) => Has(prompt, "slow") ? TimeSpan.FromMilliseconds(500) : usual;

    public static bool IsCut(string prompt) => Has(prompt, "cut");

    public static ProviderFailureException Cut() =>
        new(GenerationFailureCode.StreamInterrupted, "The prompt asked the sandbox to stop in the middle.", isRetryable: true);

    /// <exception cref="ProviderFailureException">The prompt asks for it.</exception>
    public static void ThrowIfAsked(string prompt)
    {
        if (Has(prompt, "fail"))
        {
            throw new ProviderFailureException(GenerationFailureCode.ProviderUnavailable, "The prompt asked the sandbox to fail.", isRetryable: false);
        }

        if (Has(prompt, "refuse"))
        {
            throw new ProviderFailureException(GenerationFailureCode.ContentPolicy, "The prompt asked the sandbox to refuse.", isRetryable: false);
        }

        if (Has(prompt, "rate-limit"))
        {
            throw new ProviderFailureException(
                GenerationFailureCode.RateLimited, "The prompt asked the sandbox for a rate limit.", isRetryable: true, TimeSpan.FromSeconds(1));
        }
    }

    private static bool Has(string prompt, string directive) => prompt.Contains($"[sandbox:{directive}]", StringComparison.OrdinalIgnoreCase);
}
