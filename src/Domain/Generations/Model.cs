namespace Webox.Domain.Generations;

/// <summary>A model on offer: what it can do, and what it costs.</summary>
public sealed record Model
{
    /// <summary>Longest prompt, system prompt included, in bytes of UTF-8.</summary>
    public const int PromptBytesMax = 32 * 1024;

    public const int ImagesMax = 4;

    /// <summary><c>openai/gpt-4o</c>: what <c>model</c> arguments take.</summary>
    public required string Id { get; init; }

    public required AiProvider Provider { get; init; }

    public required GenerationKind Kind { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>False when the provider has no key here.</summary>
    public bool IsAvailable { get; init; }

    /// <summary>Id of the model that answers in its place, for a name that only people know. Null for a model itself.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>False when it works at one temperature only: what is asked is left out.</summary>
    public bool AcceptsTemperature { get; init; } = true;

    /// <summary>True when a prompt may carry pictures.</summary>
    public bool AcceptsImages { get; init; }

    /// <summary>Prompt and answer together. Null where the provider names no limit.</summary>
    public int? ContextTokensMax { get; init; }

    /// <summary>The most one answer may have.</summary>
    public int OutputTokensMax { get; init; }

    /// <summary><c>1024x1024</c>; the first is the default.</summary>
    public IReadOnlyList<string> Sizes { get; init; } = [];

    /// <summary>The first is the default.</summary>
    public IReadOnlyList<string> Qualities { get; init; } = [];

    /// <summary>Video: how many seconds it may play; the first is the default.</summary>
    public IReadOnlyList<int> SecondsOptions { get; init; } = [];

    /// <summary>Audio: who may speak; the first is the default.</summary>
    public IReadOnlyList<string> Voices { get; init; } = [];

    /// <summary>Longest prompt that the model itself takes, in Unicode characters. Null: <see cref="PromptBytesMax"/> is the only limit.</summary>
    public int? PromptCharactersMax { get; init; }

    public required ModelPricing Pricing { get; init; }

    /// <summary>What its provider asks for it. Null when nobody knows.</summary>
    public ProviderRates? Rates { get; init; }

    /// <summary>Ids of the models that the shop lets answer in its place, in order.</summary>
    public IReadOnlyList<string> Fallbacks { get; init; } = [];

    /// <summary>The provider's own name of it: the id without what stands before the first slash.</summary>
    public string ProviderModel => Id[(Id.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>
    /// Credits for a typical request: 500 tokens in and 500 out, one image of the default quality, one video of the default length and
    /// size, or 500 characters read aloud.
    /// </summary>
    public int TypicalCredits => Kind switch
    {
        GenerationKind.Text => Pricing.ForTokens(500, 500),
        GenerationKind.Image => Pricing.ForImages(1, Qualities.Count > 0 ? Qualities[0] : null),
        GenerationKind.Video => Pricing.ForSeconds(SecondsOptions[0], Sizes[0]),
        _ => Pricing.ForCharacters(500),
    };

    /// <summary>The most that a request can cost. It is held when the generation starts.</summary>
    public int CreditsMax(string prompt, GenerationOptions options, GenerationContext? context = null) => Kind switch
    {
        GenerationKind.Text => Pricing.ForTokens(PromptSize.Of(prompt, options.SystemPrompt, context).Tokens, options.OutputTokensMax ?? OutputTokensMax),
        GenerationKind.Image => Pricing.ForImages(options.Count ?? 1, options.Quality),
        GenerationKind.Video => Pricing.ForSeconds(options.Seconds ?? SecondsOptions.Max(), options.Size),
        _ => Pricing.ForCharacters(CharactersOf(prompt)),
    };

    /// <summary>True when what it would be given fits its window beside the most it may write, and has images only where it sees them.</summary>
    public bool Takes(string prompt, GenerationOptions options, GenerationContext? context)
    {
        var size = PromptSize.Of(prompt, options.SystemPrompt, context);
        return (size.Images == 0 || AcceptsImages)
            && (ContextTokensMax is not { } window || size.Tokens + (options.OutputTokensMax ?? 0) <= window);
    }

    /// <summary>How long a prompt is in Unicode characters, for the models that limit or count them.</summary>
    public static int CharactersOf(string prompt) => prompt.EnumerateRunes().Count();

    /// <summary>The most that its provider can ask for one attempt, in micro-units; 0 when nobody knows.</summary>
    public long CostMicrosMax(string prompt, GenerationOptions options, GenerationContext? context = null) => (Rates, Kind) switch
    {
        (null, _) => 0,
        (_, GenerationKind.Text) => Rates.ForTokens(PromptSize.Of(prompt, options.SystemPrompt, context).Tokens, options.OutputTokensMax ?? OutputTokensMax),
        (_, GenerationKind.Image) => Rates.ForImages(options.Count ?? 1, options.Quality),
        (_, GenerationKind.Video) => Rates.ForSeconds(options.Seconds ?? SecondsOptions.Max(), options.Size),
        _ => Rates.ForCharacters(CharactersOf(prompt)),
    };
}
