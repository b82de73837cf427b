namespace Webox.Domain.Generations;

/// <summary>
/// Credits for the use of a model. Text is priced by the token and rounded up once, at the end; an image has a fixed price
/// for its quality. Nothing that was delivered costs less than one credit.
/// </summary>
public sealed record ModelPricing
{
    /// <summary>Credits for a million tokens of prompt.</summary>
    public int InputPerMillion { get; init; }

    /// <summary>Credits for a million tokens of answer.</summary>
    public int OutputPerMillion { get; init; }

    /// <summary>Credits for one image, by quality.</summary>
    public IReadOnlyDictionary<string, int> PerImage { get; init; } = new Dictionary<string, int>();

    public int ForTokens(int inputTokens, int outputTokens)
    {
        var millionths = checked((long)inputTokens * InputPerMillion + (long)outputTokens * OutputPerMillion);
        return Math.Max(1, (int)((millionths + 999_999) / 1_000_000));
    }

    /// <param name="quality">Null: the dearest, so that a hold is never too small.</param>
    public int ForImages(int count, string? quality) =>
        Math.Max(1, checked(count * (quality is null ? PerImage.Values.Max() : PerImage[quality])));
}
