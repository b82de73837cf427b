using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>Which models may answer in another's place.</summary>
internal static class FallbackModels
{
    /// <param name="options">As the model itself was asked.</param>
    /// <returns>Ids in order: those that the request names, else those of the shop that take the same options.</returns>
    /// <exception cref="ModelNotAvailableException">The request names one that is not on offer for this kind.</exception>
    /// <exception cref="InvalidGenerationOptionException">It names too many, or one that does not take an option.</exception>
    public static IReadOnlyList<string> Of(Model model, GenerationRequest request, GenerationOptions options, IModelCatalog catalog)
    {
        var same = request with { Options = options };
        if (request.Fallbacks is not { } named)
        {
            return [.. model.Fallbacks.Where(id => catalog.Find(id) is { IsAvailable: true } other && other.Kind == model.Kind && Takes(other, same))];
        }

        if (named.Count > GenerationRequest.FallbacksMax)
        {
            throw new InvalidGenerationOptionException("fallbackModels", [$"0..{GenerationRequest.FallbacksMax}"]);
        }

        var others = named.Select(id => catalog.Get(id, request.Kind)).ToList();
        others.ForEach(other => GenerationRules.Check(other, same));
        return [.. others.Select(other => other.Id).Where(id => id != model.Id).Distinct()];
    }

    private static bool Takes(Model model, GenerationRequest request)
    {
        try
        {
            GenerationRules.Check(model, request);
            return true;
        }
        catch (InvalidGenerationOptionException)
        {
            return false;
        }
    }
}
