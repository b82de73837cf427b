using System.Text.RegularExpressions;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Models;

/// <summary>What must be true of a file of models before anything is sold by it.</summary>
internal static partial class ModelFileRules
{
    /// <summary>Longer than any model films.</summary>
    private const int SecondsMax = 600;

    /// <returns>Sentences for the operator. None: it is right.</returns>
    public static IReadOnlyList<string> Problems(ModelFile file)
    {
        var models = file.Models ?? [];
        var ids = models.Select(model => model.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Twice(models.Select(model => model.Id)),
            .. models.SelectMany(model => OfModel(model, ids)),
            .. Twice((file.Aliases ?? []).Select(alias => alias.Id)),
            .. (file.Aliases ?? []).SelectMany(alias => OfAlias(alias, models)),
            .. OfCompatible(file.Compatible),
        ];
    }

    private static IEnumerable<string> Twice(IEnumerable<string> ids) =>
        ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{group.Key} is there twice.");

    private static IEnumerable<string> OfModel(ModelEntry model, HashSet<string> ids)
    {
        if (!Id().IsMatch(model.Id) || model.Id.Split('/')[0] != Prefix(model.Provider))
        {
            yield return $"The id of \"{model.Id}\" must be {Prefix(model.Provider)}/ and the provider's name of the model.";
        }

        if (string.IsNullOrWhiteSpace(model.DisplayName))
        {
            yield return $"{model.Id} needs a displayName.";
        }

        if (model.ReplacedBy is { } other && (model.RetiredOn is null || !ids.Contains(other) || other == model.Id))
        {
            yield return $"{model.Id} has a replacedBy: it needs a retiredOn, and the other must be a model of the file.";
        }

        foreach (var fallback in (model.Fallbacks ?? []).Where(fallback => !ids.Contains(fallback) || fallback == model.Id))
        {
            yield return $"{model.Id} cannot fall back on {fallback}: it must be another model of the file.";
        }

        if (model.PromptCharactersMax < 1)
        {
            yield return $"{model.Id} needs a promptCharactersMax of 1 or more, or none.";
        }

        foreach (var problem in model.Kind switch
        {
            GenerationKind.Text => OfText(model),
            GenerationKind.Image => OfImage(model),
            GenerationKind.Video => OfVideo(model),
            _ => OfAudio(model),
        })
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> OfText(ModelEntry model)
    {
        if (model.OutputTokensMax < 1)
        {
            yield return $"{model.Id} needs an outputTokensMax of 1 or more.";
        }

        if (model.Pricing is { } pricing && !IsTokenPrice(pricing))
        {
            yield return $"{model.Id} needs an inputPerMillion and an outputPerMillion of 1 or more.";
        }
    }

    private static IEnumerable<string> OfImage(ModelEntry model)
    {
        if (model.Sizes is not { Count: > 0 } sizes || !sizes.All(Size().IsMatch))
        {
            yield return $"{model.Id} needs sizes such as 1024x1024.";
        }

        if (model.Qualities is not { Count: > 0 } qualities)
        {
            yield return $"{model.Id} needs qualities.";
        }
        else if (model.Pricing is { } pricing && !qualities.All(quality => pricing.PerImage?.GetValueOrDefault(quality) > 0))
        {
            yield return $"{model.Id} needs a price perImage of 1 or more for each of its qualities.";
        }
    }

    private static IEnumerable<string> OfVideo(ModelEntry model)
    {
        if (model.SecondsOptions is not { Count: > 0 } lengths || lengths.Any(seconds => seconds is < 1 or > SecondsMax))
        {
            yield return $"{model.Id} needs secondsOptions from 1 to {SecondsMax}.";
        }

        if (model.Sizes is not { Count: > 0 } sizes || !sizes.All(Size().IsMatch))
        {
            yield return $"{model.Id} needs sizes such as 1280x720.";
        }
        else if (model.Pricing is { } pricing && !sizes.All(size => pricing.PerSecond?.GetValueOrDefault(size) > 0))
        {
            yield return $"{model.Id} needs a price perSecond of 1 or more for each of its sizes.";
        }
    }

    private static IEnumerable<string> OfAudio(ModelEntry model)
    {
        if (model.Voices is not { Count: > 0 } voices || voices.Any(string.IsNullOrWhiteSpace))
        {
            yield return $"{model.Id} needs voices.";
        }

        if (model.Pricing is { } pricing && !(pricing.CharactersPerMillion >= 1))
        {
            yield return $"{model.Id} needs a charactersPerMillion of 1 or more.";
        }
    }

    private static IEnumerable<string> OfAlias(ModelAlias alias, IReadOnlyList<ModelEntry> models)
    {
        if (!Id().IsMatch(alias.Id) || string.IsNullOrWhiteSpace(alias.DisplayName))
        {
            yield return $"The alias \"{alias.Id}\" needs an id such as openai/name and a displayName.";
        }

        if (!models.Any(model => model.Id == alias.AnsweredBy) || alias.AnsweredBy == alias.Id)
        {
            yield return $"The alias {alias.Id} must be answered by another model of the file.";
        }

        if (models.Any(model => model.Id == alias.Id && model.RetiredOn is null))
        {
            yield return $"The alias {alias.Id} stands for a model that is not retired.";
        }
    }

    private static IEnumerable<string> OfCompatible(CompatibleModels? compatible) =>
        compatible is { OutputTokensMax: >= 1, Pricing: { } pricing } && IsTokenPrice(pricing)
            ? []
            : ["compatible needs an outputTokensMax, and a pricing with an inputPerMillion and an outputPerMillion, of 1 or more."];

    private static bool IsTokenPrice(CreditPrice pricing) => pricing is { InputPerMillion: >= 1, OutputPerMillion: >= 1 };

    private static string Prefix(AiProvider provider) =>
        provider is AiProvider.OpenaiCompatible ? "openai-compatible" : provider.ToString().ToLowerInvariant();

    [GeneratedRegex(@"^[a-z-]+/[^\s\p{C}]{1,200}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("^[1-9][0-9]{1,4}x[1-9][0-9]{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}
