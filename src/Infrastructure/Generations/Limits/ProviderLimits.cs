using System.Globalization;
using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Limits;

/// <summary>
/// How much this installation asks of each provider, all its nodes together: <c>WEBOX_OPENAI_RPM</c> requests a minute and
/// <c>WEBOX_OPENAI_DAILY_USD</c> dollars a day, and so on. The sandbox has no limits.
/// </summary>
internal sealed record ProviderLimits
{
    /// <summary>In requests a minute, of those that have such a limit.</summary>
    public IReadOnlyDictionary<AiProvider, int> Requests { get; init; } = new Dictionary<AiProvider, int>();

    /// <summary>In micro-units of the US dollar a day (UTC), of those that have such a limit.</summary>
    public IReadOnlyDictionary<AiProvider, long> Spend { get; init; } = new Dictionary<AiProvider, long>();

    /// <summary>The minute of <see cref="Requests"/>, shorter in tests.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    /// <exception cref="StartRefusedException">A value is no such number.</exception>
    public static ProviderLimits From(IConfiguration configuration)
    {
        // https://ai.google.dev/gemini-api/docs/rate-limits: what a new key may ask.
        var requests = new Dictionary<AiProvider, int> { [AiProvider.Google] = 60 };
        var spend = new Dictionary<AiProvider, long>();
        foreach (var (provider, name) in Names)
        {
            if (configuration.Text($"WEBOX_{name}_RPM") is { } rate)
            {
                requests[provider] = ReadRate($"WEBOX_{name}_RPM", rate);
            }

            if (configuration.Text($"WEBOX_{name}_DAILY_USD") is { } dollars)
            {
                spend[provider] = ReadMicros($"WEBOX_{name}_DAILY_USD", dollars);
            }
        }

        return new ProviderLimits { Requests = requests, Spend = spend };
    }

    private static IEnumerable<(AiProvider Provider, string Name)> Names =>
    [
        (AiProvider.Openai, "OPENAI"), (AiProvider.Anthropic, "ANTHROPIC"), (AiProvider.Google, "GOOGLE"), (AiProvider.Groq, "GROQ"),
        (AiProvider.OpenaiCompatible, "OPENAI_COMPATIBLE"),
    ];

    private static int ReadRate(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate is >= 1 and <= 100_000
            ? rate
            : throw new StartRefusedException($"{name} must be a number of requests a minute from 1 to 100000.");

    private static long ReadMicros(string name, string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) && dollars is >= 0 and <= 1_000_000
            ? (long)(dollars * 1_000_000)
            : throw new StartRefusedException($"{name} must be an amount of US dollars from 0 to 1000000, as 25.50.");
}
