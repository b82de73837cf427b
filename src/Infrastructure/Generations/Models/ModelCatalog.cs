using Microsoft.Extensions.Configuration;
using Webox.Application.Generations;
using Webox.Application.Operations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Models;

/// <summary>
/// The models of <c>models.json</c> and of the file that <c>WEBOX_MODELS</c> names, and those of a compatible server that
/// <c>WEBOX_OPENAI_COMPATIBLE_MODELS</c> names, unless a file says more of them. On offer is what has a price and is not retired; available, what also has its provider
/// configured for its kind. <c>WEBOX_LEGACY_MODELS</c> names models that are offered as themselves although they are retired.
/// </summary>
internal sealed class ModelCatalog : IModelCatalog
{
    private readonly ModelEntry[] _entries;
    private readonly ModelAlias[] _aliases;
    private readonly HashSet<(AiProvider, GenerationKind)> _configured;
    private readonly TimeProvider _clock;
    private Offer _offer;

    /// <exception cref="StartRefusedException">A file or a setting is not right.</exception>
    public ModelCatalog(
        TextProviders texts, ImageProviders images, VideoProviders videos, AudioProviders sounds, IConfiguration configuration, TimeProvider clock)
    {
        var file = ModelFileReader.Read(configuration.Text("WEBOX_MODELS"));
        var legacy = Names(configuration, "WEBOX_LEGACY_MODELS");
        RequireOffered(file, legacy);
        _entries =
        [
            .. Compatible(file.Compatible!, Names(configuration, "WEBOX_OPENAI_COMPATIBLE_MODELS"))
                .Where(named => !(file.Models ?? []).Any(model => model.Id == named.Id)),
            .. (file.Models ?? []).Select(model => legacy.Contains(model.Id) ? model with { RetiredOn = null } : model),
        ];
        _aliases = [.. file.Aliases ?? []];
        _configured =
        [
            .. texts.All.Select(text => (text.Provider, GenerationKind.Text)),
            .. images.All.Select(image => (image.Provider, GenerationKind.Image)),
            .. videos.All.Select(video => (video.Provider, GenerationKind.Video)),
            .. sounds.All.Select(sound => (sound.Provider, GenerationKind.Audio)),
        ];
        _clock = clock;
        _offer = Make(Today());
    }

    public IReadOnlyList<Model> Models => Current().Models;

    public IReadOnlyList<ModelRetirement> Retired => Current().Retired;

    private Offer Current()
    {
        var offer = _offer;
        return offer.Day == Today() ? offer : _offer = Make(Today());
    }

    private DateOnly Today() => DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);

    private Offer Make(DateOnly day)
    {
        var offered = _entries.Where(entry => !(entry.RetiredOn <= day) && entry.Pricing is not null)
            .Select(entry => entry.ToModel(_configured.Contains((entry.Provider, entry.Kind))))
            .ToList();
        var aliases =
            from alias in _aliases.Where(alias => !offered.Exists(model => model.Id == alias.Id))
            join model in offered on alias.AnsweredBy equals model.Id
            select model with { Id = alias.Id, DisplayName = $"{alias.DisplayName} (répond : {model.DisplayName})", AnsweredBy = model.Id };
        return new Offer(
            day,
            [.. offered, .. aliases],
            [
                .. _entries.Where(entry => entry.RetiredOn <= day)
                    .Select(entry => new ModelRetirement(entry.Id, entry.Provider, entry.RetiredOn!.Value, entry.ReplacedBy)),
            ]);
    }

    private static IEnumerable<ModelEntry> Compatible(CompatibleModels terms, IEnumerable<string> names) => names.Select(name => new ModelEntry
    {
        Id = $"openai-compatible/{name}",
        Provider = AiProvider.OpenaiCompatible,
        Kind = GenerationKind.Text,
        DisplayName = name,
        OutputTokensMax = terms.OutputTokensMax,
        Pricing = terms.Pricing,
    });

    private static void RequireOffered(ModelFile file, IReadOnlyList<string> legacy)
    {
        var priced = (file.Models ?? []).Where(model => model.Pricing is not null).Select(model => model.Id).ToHashSet(StringComparer.Ordinal);
        string[] problems =
        [
            .. legacy.Where(id => !priced.Contains(id))
                .Select(id => $"WEBOX_LEGACY_MODELS: {id} is not a model with a price. Give it one in the file that WEBOX_MODELS names."),
        ];
        if (problems.Length > 0)
        {
            throw new StartRefusedException(problems);
        }
    }

    private static string[] Names(IConfiguration configuration, string setting) =>
        (configuration.Text(setting) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private sealed record Offer(DateOnly Day, IReadOnlyList<Model> Models, IReadOnlyList<ModelRetirement> Retired);
}
