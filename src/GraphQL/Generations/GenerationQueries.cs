using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.GraphQL.Generations;

[QueryType]
public static class GenerationQueries
{
    /// <summary>The models on offer, with what they can do and what they cost. Of each kind, the first available one is the default.</summary>
    [AllowAnonymous]
    public static IEnumerable<Model> GetModels(GenerationKind? kind, IModelCatalog catalog) =>
        catalog.Models.Where(model => kind is null || model.Kind == kind);

    /// <summary>
    /// What a generation would cost at most, without starting it. What would be refused is an error here: `MODEL_NOT_AVAILABLE`,
    /// `PROMPT_TOO_LONG`, `INVALID_GENERATION_OPTION`.
    /// </summary>
    [AllowAnonymous]
    public static Task<GenerationQuote> QuoteGenerationAsync(
        QuoteGenerationInput input, QuoteGeneration quoteGeneration, CancellationToken cancellationToken) =>
        quoteGeneration.ExecuteAsync(
            input.Model,
            input.Prompt,
            new GenerationOptions
            {
                OutputTokensMax = input.OutputTokensMax,
                Size = input.Size,
                Quality = input.Quality,
                Count = input.Count,
                Seconds = input.Seconds,
            },
            cancellationToken);
}

/// <summary>A generation as it would be asked for. What does not apply to the model's kind is ignored.</summary>
/// <param name="Model">`openai/gpt-4o`.</param>
/// <param name="Prompt">At most 32 KiB.</param>
/// <param name="OutputTokensMax">Text. Null: 1,024.</param>
/// <param name="Size">Image and video. Null: the model's first.</param>
/// <param name="Quality">Image. Null: the model's first.</param>
/// <param name="Count">Image. Null: 1.</param>
/// <param name="Seconds">Video. Null: the model's first.</param>
public sealed record QuoteGenerationInput(
    string Model, string Prompt, int? OutputTokensMax, string? Size, string? Quality, int? Count, int? Seconds);
