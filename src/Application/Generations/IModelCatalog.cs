using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>The models on offer. Data, not code: which exist, what they can do, and what they cost.</summary>
public interface IModelCatalog
{
    /// <summary>In the shop's order of preference: of each kind, the first available one is the default.</summary>
    IReadOnlyList<Model> Models { get; }
}

public static class ModelCatalogExtensions
{
    /// <param name="id">Null: the shop's default for the kind.</param>
    /// <exception cref="ModelNotAvailableException">No such model, it makes something else, or its provider has no key here.</exception>
    public static Model Get(this IModelCatalog catalog, string? id, GenerationKind kind)
    {
        var offered = catalog.Models.FirstOrDefault(model => model.Kind == kind && model.IsAvailable && (id is null || model.Id == id));
        if (offered is not null)
        {
            return offered;
        }

        var named = catalog.Models.FirstOrDefault(model => id is null ? model.Kind == kind : model.Id == id);
        throw new ModelNotAvailableException(named?.Provider ?? ProviderOf(id), id ?? named?.Id ?? kind.ToString());
    }

    // An id says before its slash who would run it; any name at all may be one of a compatible server.
    private static AiProvider ProviderOf(string? id) =>
        Enum.TryParse<AiProvider>(id?.Split('/')[0], ignoreCase: true, out var provider) && Enum.IsDefined(provider)
            ? provider
            : AiProvider.OpenaiCompatible;
}
