using System.Text.Json.Serialization;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Models;

/// <summary>The form of <c>models.json</c>, and of the file that <c>WEBOX_MODELS</c> names. README.md beside this file says how to write one.</summary>
internal sealed record ModelFile
{
    /// <summary>The day that its facts are of.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>How prices in credits come from those of providers, for who maintains the file.</summary>
    public string? CreditRule { get; init; }

    public IReadOnlyList<ModelEntry>? Models { get; init; }

    public IReadOnlyList<ModelAlias>? Aliases { get; init; }

    /// <summary>The terms of every model of a compatible server.</summary>
    public CompatibleModels? Compatible { get; init; }
}

/// <summary>A model. Without a price it is known but not on offer.</summary>
// Settable here and below: the generated reader passes over what an init-only property is when the file does not say.
internal sealed record ModelEntry
{
    public string Id { get; set; } = "";

    public AiProvider Provider { get; set; }

    public GenerationKind Kind { get; set; }

    public string DisplayName { get; set; } = "";

    public bool AcceptsImages { get; set; }

    public bool AcceptsTemperature { get; set; } = true;

    public int? ContextTokensMax { get; set; }

    public int OutputTokensMax { get; set; }

    public IReadOnlyList<string>? Sizes { get; set; }

    public IReadOnlyList<string>? Qualities { get; set; }

    /// <summary>Of videos: how many seconds they may play.</summary>
    public IReadOnlyList<int>? SecondsOptions { get; set; }

    public IReadOnlyList<string>? Voices { get; set; }

    /// <summary>Longest prompt that the model itself takes.</summary>
    public int? PromptCharactersMax { get; set; }

    public CreditPrice? Pricing { get; set; }

    /// <summary>What its provider asks, and where that comes from.</summary>
    public ProviderPrice? ProviderPrice { get; set; }

    /// <summary>Ids of the models that may answer in its place when it cannot, in order.</summary>
    public IReadOnlyList<string>? Fallbacks { get; set; }

    /// <summary>From this day its provider does not serve it.</summary>
    public DateOnly? RetiredOn { get; set; }

    public string? ReplacedBy { get; set; }

    public string? RetirementSource { get; set; }

    /// <exception cref="InvalidOperationException">It has no price.</exception>
    public Model ToModel(bool isAvailable) => new()
    {
        Id = Id,
        Provider = Provider,
        Kind = Kind,
        DisplayName = DisplayName,
        IsAvailable = isAvailable,
        AcceptsImages = AcceptsImages,
        AcceptsTemperature = AcceptsTemperature,
        ContextTokensMax = ContextTokensMax,
        OutputTokensMax = OutputTokensMax,
        Sizes = Sizes ?? [],
        Qualities = Qualities ?? [],
        SecondsOptions = SecondsOptions ?? [],
        Voices = Voices ?? [],
        PromptCharactersMax = PromptCharactersMax,
        Pricing = Pricing?.ToPricing() ?? throw new InvalidOperationException($"{Id} has no price."),
        Rates = ProviderPrice?.ToRates(),
        Fallbacks = Fallbacks ?? [],
    };
}

/// <summary>What a model costs here, in credits.</summary>
/// <param name="PerImage">By quality.</param>
/// <param name="PerSecond">Of video, by size.</param>
/// <param name="CharactersPerMillion">For a million characters that are read aloud.</param>
internal sealed record CreditPrice(
    int? InputPerMillion, int? OutputPerMillion, IReadOnlyDictionary<string, int>? PerImage, IReadOnlyDictionary<string, int>? PerSecond,
    int? CharactersPerMillion)
{
    public ModelPricing ToPricing() => new()
    {
        InputPerMillion = InputPerMillion ?? 0,
        OutputPerMillion = OutputPerMillion ?? 0,
        PerImage = PerImage ?? new Dictionary<string, int>(),
        PerSecond = PerSecond ?? new Dictionary<string, int>(),
        CharactersPerMillion = CharactersPerMillion ?? 0,
    };
}

/// <summary>What a provider asks, in US dollars.</summary>
/// <param name="UsdPerImage">By quality, of the dearest size.</param>
/// <param name="UsdPerSecond">Of video, by size.</param>
/// <param name="UsdPerMillionCharacters">That are read aloud.</param>
/// <param name="Date">When the source said so.</param>
internal sealed record ProviderPrice(
    decimal? UsdPerMillionInput, decimal? UsdPerMillionOutput, IReadOnlyDictionary<string, decimal>? UsdPerImage,
    IReadOnlyDictionary<string, decimal>? UsdPerSecond, decimal? UsdPerMillionCharacters, string Source, DateOnly Date)
{
    public ProviderRates ToRates() => new()
    {
        InputPerMillion = UsdPerMillionInput ?? 0,
        OutputPerMillion = UsdPerMillionOutput ?? 0,
        PerImage = UsdPerImage ?? new Dictionary<string, decimal>(),
        PerSecond = UsdPerSecond ?? new Dictionary<string, decimal>(),
        PerMillionCharacters = UsdPerMillionCharacters ?? 0,
    };
}

/// <summary>A name that people know, and the model that answers to it today.</summary>
internal sealed record ModelAlias
{
    public string Id { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public string AnsweredBy { get; set; } = "";
}

internal sealed record CompatibleModels
{
    public int OutputTokensMax { get; init; }

    public CreditPrice? Pricing { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ModelFile))]
internal sealed partial class ModelFileJson : JsonSerializerContext;
