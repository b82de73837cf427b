namespace Webox.Domain.Generations;

/// <summary>
/// Credits for the use of a model. Text is priced by the token and speech by the character, rounded up once, at the end; an image has a
/// fixed price for its quality, a second of video one for its size. Nothing that was delivered costs less than one credit.
/// </summary>
public sealed record ModelPricing
{
    /// <summary>Credits for a million tokens of prompt.</summary>
    public int InputPerMillion { get; init; }

    /// <summary>Credits for a million tokens of answer.</summary>
    public int OutputPerMillion { get; init; }

    /// <summary>Credits for one image, by quality.</summary>
    public IReadOnlyDictionary<string, int> PerImage { get; init; } = new Dictionary<string, int>();

    /// <summary>Credits for a second of video, by size.</summary>
    public IReadOnlyDictionary<string, int> PerSecond { get; init; } = new Dictionary<string, int>();

    /// <summary>Credits for a million characters that are read aloud.</summary>
    public int CharactersPerMillion { get; init; }

    public int ForTokens(int inputTokens, int outputTokens)
    {
        var millionths = checked((long)inputTokens * InputPerMillion + (long)outputTokens * OutputPerMillion);
        return RoundUp(millionths);
    }

    /// <param name="quality">Null: the dearest, so that a hold is never too small.</param>
    public int ForImages(int count, string? quality) =>
        Math.Max(1, checked(count * (quality is null ? PerImage.Values.Max() : PerImage[quality])));

    /// <param name="size">Null: the dearest, so that a hold is never too small.</param>
    public int ForSeconds(int seconds, string? size) =>
        Math.Max(1, checked(seconds * (size is null ? PerSecond.Values.Max() : PerSecond[size])));

    public int ForCharacters(int characters) => RoundUp(checked((long)characters * CharactersPerMillion));

    private static int RoundUp(long millionths) => Math.Max(1, (int)((millionths + 999_999) / 1_000_000));
}
