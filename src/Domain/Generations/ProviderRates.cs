namespace Webox.Domain.Generations;

/// <summary>
/// What a provider asks this installation for a model's work. Amounts are whole micro-units of <see cref="Currency"/>, a millionth of
/// one, rounded up: a token at 3 dollars a million costs 3 of them.
/// </summary>
public sealed record ProviderRates
{
    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>For a million tokens of prompt.</summary>
    public decimal InputPerMillion { get; init; }

    /// <summary>For a million tokens of answer.</summary>
    public decimal OutputPerMillion { get; init; }

    /// <summary>For one image, by quality.</summary>
    public IReadOnlyDictionary<string, decimal> PerImage { get; init; } = new Dictionary<string, decimal>();

    /// <summary>For a second of video, by size.</summary>
    public IReadOnlyDictionary<string, decimal> PerSecond { get; init; } = new Dictionary<string, decimal>();

    /// <summary>For a million characters that are read aloud.</summary>
    public decimal PerMillionCharacters { get; init; }

    public long ForTokens(int inputTokens, int outputTokens) =>
        (long)decimal.Ceiling((inputTokens * InputPerMillion) + (outputTokens * OutputPerMillion));

    /// <returns>0 for a quality without a price.</returns>
    public long ForImages(int count, string? quality) =>
        (long)decimal.Ceiling(count * 1_000_000 * (quality is null ? 0 : PerImage.GetValueOrDefault(quality)));

    /// <returns>0 for a size without a price.</returns>
    public long ForSeconds(int seconds, string? size) =>
        (long)decimal.Ceiling(seconds * 1_000_000 * (size is null ? 0 : PerSecond.GetValueOrDefault(size)));

    public long ForCharacters(int characters) => (long)decimal.Ceiling(characters * PerMillionCharacters);
}
