using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>The models on offer. Data, not code: which exist, what they can do, and what they cost.</summary>
public interface IModelCatalog
{
    /// <summary>In the shop's order of preference: of each kind, the first available one is the default.</summary>
    IReadOnlyList<Model> Models { get; }

    /// <summary>What was on offer once, to say what to ask instead.</summary>
    IReadOnlyList<ModelRetirement> Retired { get; }
}

public static class ModelCatalogExtensions
{
    /// <returns>The model of this id, or of this name that people know, with or without its provider. Null when it is not on offer.</returns>
    public static Model? Find(this IModelCatalog catalog, string id) =>
        catalog.Models.FirstOrDefault(model => model.Id == id || (model.AnsweredBy is not null && model.ProviderModel == id));

    /// <param name="id">Null: the shop's default for the kind.</param>
    /// <returns>The model that answers, which need not be the one that was named.</returns>
    /// <exception cref="ModelNotAvailableException">
    /// No such model, it is retired, it makes something else, or its provider has no key here.
    /// </exception>
    public static Model Get(this IModelCatalog catalog, string? id, GenerationKind kind)
    {
        var named = id is null ? catalog.Default(kind) : catalog.Find(id);
        if (named is { IsAvailable: true } && named.Kind == kind)
        {
            return named.AnsweredBy is { } other ? catalog.Models.First(model => model.Id == other) : named;
        }

        var retired = named is null ? catalog.Retired.FirstOrDefault(retirement => retirement.Id == id) : null;
        throw new ModelNotAvailableException(
            named?.Provider ?? retired?.Provider ?? ProviderOf(id), id ?? named?.Id ?? kind.ToString(), retired?.ReplacedBy);
    }

    private static Model? Default(this IModelCatalog catalog, GenerationKind kind)
    {
        var models = catalog.Models.Where(model => model.Kind == kind && model.AnsweredBy is null).ToList();
        return models.Find(model => model.IsAvailable) ?? models.FirstOrDefault();
    }

    // An id says before its slash who would run it; any name at all may be one of a compatible server.
    private static AiProvider ProviderOf(string? id) =>
        Enum.TryParse<AiProvider>(id?.Split('/')[0], ignoreCase: true, out var provider) && Enum.IsDefined(provider)
            ? provider
            : AiProvider.OpenaiCompatible;
}
