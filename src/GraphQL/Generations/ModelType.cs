using Webox.Domain.Generations;

namespace Webox.GraphQL.Generations;

/// <summary>A model on offer.</summary>
[ExtendObjectType<Model>(IgnoreProperties =
[
    nameof(Model.OutputTokensMax), nameof(Model.Pricing), nameof(Model.ProviderModel), nameof(Model.AnsweredBy), nameof(Model.AcceptsTemperature),
    nameof(Model.Rates), nameof(Model.Fallbacks), nameof(Model.PromptCharactersMax),
])]
public static class ModelType;
