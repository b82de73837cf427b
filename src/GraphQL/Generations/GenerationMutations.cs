using Webox.Application.Generations;
using Webox.Domain;
using Webox.Domain.Credits;
using Webox.Domain.Generations;

namespace Webox.GraphQL.Generations;

[MutationType]
public static class GenerationMutations
{
    /// <summary>
    /// Queues a text and holds its credits. Follow it with `generationProgress`. Safe to repeat: the same `idempotencyKey` with the same
    /// request gives the same generation.
    /// </summary>
    /// <param name="model">`openai/gpt-4o`. Null: the shop's default.</param>
    /// <param name="prompt">At most 32 KiB, together with `systemPrompt`.</param>
    /// <param name="systemPrompt">Instructions that stand before the prompt.</param>
    /// <param name="temperature">0 to 2. Null: the model's default.</param>
    /// <param name="outputTokensMax">The most it may write; what it may cost follows from it.</param>
    /// <param name="idempotencyKey">1 to 255 characters of your choice, one for each generation you mean to start.</param>
    [Authorize]
    [Error<InsufficientCreditsException>]
    [Error<ModelNotAvailableException>]
    [Error<PromptTooLongException>]
    [Error<InvalidGenerationOptionException>]
    [Error<TooManyGenerationsException>]
    [Error<IdempotencyKeyReusedException>]
    [UseMutationConvention(PayloadErrorTypeName = "GenerateError")]
    public static Task<Generation> GenerateTextAsync(
        string? model,
        string prompt,
        string? systemPrompt,
        double? temperature,
        [DefaultValue(1024)] int outputTokensMax,
        string idempotencyKey,
        RequestGeneration requestGeneration,
        CancellationToken cancellationToken)
    {
        var options = new GenerationOptions { SystemPrompt = systemPrompt, Temperature = temperature, OutputTokensMax = outputTokensMax };
        return requestGeneration.ExecuteAsync(new GenerationRequest(GenerationKind.Text, model, prompt, options), idempotencyKey, cancellationToken);
    }

    /// <summary>Queues images and holds their credits. Follow them with `generationProgress`. Safe to repeat, as `generateText` is.</summary>
    /// <param name="model">`sandbox/image`. Null: the shop's default.</param>
    /// <param name="prompt">At most 32 KiB.</param>
    /// <param name="size">One of the model's `sizes`: `1024x1024`. Null: its first.</param>
    /// <param name="quality">One of the model's `qualities`. Null: its first.</param>
    /// <param name="style">A manner of drawing, where the model has any.</param>
    /// <param name="count">1 to 4.</param>
    /// <param name="idempotencyKey">1 to 255 characters of your choice, one for each generation you mean to start.</param>
    [Authorize]
    [Error<InsufficientCreditsException>]
    [Error<ModelNotAvailableException>]
    [Error<PromptTooLongException>]
    [Error<InvalidGenerationOptionException>]
    [Error<TooManyGenerationsException>]
    [Error<IdempotencyKeyReusedException>]
    [UseMutationConvention(PayloadErrorTypeName = "GenerateError")]
    public static Task<Generation> GenerateImageAsync(
        string? model,
        string prompt,
        string? size,
        string? quality,
        string? style,
        [DefaultValue(1)] int count,
        string idempotencyKey,
        RequestGeneration requestGeneration,
        CancellationToken cancellationToken)
    {
        var options = new GenerationOptions { Size = size, Quality = quality, Style = style, Count = count };
        return requestGeneration.ExecuteAsync(new GenerationRequest(GenerationKind.Image, model, prompt, options), idempotencyKey, cancellationToken);
    }

    /// <summary>
    /// Stops a generation that has not finished. What was already produced is charged. One that runs is stopped a moment later: its last
    /// state comes by `generationProgress`. Safe to repeat; too late, it changes nothing.
    /// </summary>
    [Authorize]
    [Error<GenerationNotFoundException>]
    public static Task<Generation> CancelGenerationAsync(
        [ID<Generation>] Guid generationId, CancelGeneration cancelGeneration, CancellationToken cancellationToken) =>
        cancelGeneration.ExecuteAsync(GenerationId.From(generationId), cancellationToken);
}
