using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations;

/// <summary>
/// The models of <c>models.json</c>, and those of a compatible server that <c>WEBOX_OPENAI_COMPATIBLE_MODELS</c> names, separated by commas.
/// A model is available when its provider is registered for its kind.
/// </summary>
internal sealed class ModelCatalog : IModelCatalog
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public ModelCatalog(TextProviders texts, ImageProviders images, IConfiguration configuration)
    {
        var registered = texts.All.Select(text => (text.Provider, GenerationKind.Text))
            .Concat(images.All.Select(image => (image.Provider, GenerationKind.Image)))
            .ToHashSet();
        var file = Read();
        Models =
        [
            .. Compatible(file.Compatible, configuration["WEBOX_OPENAI_COMPATIBLE_MODELS"])
                .Concat(file.Models)
                .Select(model => model with { IsAvailable = registered.Contains((model.Provider, model.Kind)) }),
        ];
    }

    public IReadOnlyList<Model> Models { get; }

    private static IEnumerable<Model> Compatible(CompatibleModels terms, string? names) =>
        (names ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => new Model
        {
            Id = $"openai-compatible/{name}",
            Provider = AiProvider.OpenaiCompatible,
            Kind = GenerationKind.Text,
            DisplayName = name,
            OutputTokensMax = terms.OutputTokensMax,
            Pricing = terms.Pricing,
        });

    private static ModelFile Read()
    {
        using var file = typeof(ModelCatalog).Assembly.GetManifestResourceStream("models.json")
            ?? throw new InvalidOperationException("models.json is not embedded.");
        return JsonSerializer.Deserialize<ModelFile>(file, Json) ?? throw new InvalidOperationException("models.json is empty.");
    }

    private sealed record ModelFile(IReadOnlyList<Model> Models, CompatibleModels Compatible);

    private sealed record CompatibleModels(int OutputTokensMax, ModelPricing Pricing);
}
