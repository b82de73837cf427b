using Webox.Application.Generations;
using Webox.Domain;
using Webox.Domain.Credits;
using Webox.Domain.Generations;
using Webox.Domain.Uploads;

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
    /// <param name="attachmentIds">Images for a model that takes them: at most four ids that `POST /uploads` gave.</param>
    /// <param name="outputTokensMax">The most it may write; what it may cost follows from it.</param>
    /// <param name="fallbackModels">Models that may answer when it cannot, in order, at most 3. Null: those the shop lets; empty: none.</param>
    /// <param name="allowCached">True when your own earlier answer to the same request will do: it comes at once and is free.</param>
    /// <param name="idempotencyKey">1 to 255 characters of your choice, one for each generation you mean to start.</param>
    [Authorize]
    [Error<InsufficientCreditsException>]
    [Error<MonthlyLimitReachedException>]
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
        [ID<Upload>] IReadOnlyList<Guid>? attachmentIds,
        [DefaultValue(1024)] int outputTokensMax,
        IReadOnlyList<string>? fallbackModels,
        [DefaultValue(false)] bool allowCached,
        string idempotencyKey,
        RequestGeneration requestGeneration,
        CancellationToken cancellationToken)
    {
        var options = new GenerationOptions { SystemPrompt = systemPrompt, Temperature = temperature, OutputTokensMax = outputTokensMax };
        var request = new GenerationRequest(GenerationKind.Text, model, prompt, options)
        {
            Attachments = [.. (attachmentIds ?? []).Select(UploadId.From)], Fallbacks = fallbackModels, AllowCached = allowCached,
        };
        return requestGeneration.ExecuteAsync(request, idempotencyKey, cancellationToken);
    }

    /// <summary>Queues images and holds their credits. Follow them with `generationProgress`. Safe to repeat, as `generateText` is.</summary>
    /// <param name="model">`sandbox/image`. Null: the shop's default.</param>
    /// <param name="prompt">At most 32 KiB.</param>
    /// <param name="size">One of the model's `sizes`: `1024x1024`. Null: its first.</param>
    /// <param name="quality">One of the model's `qualities`. Null: its first.</param>
    /// <param name="style">A manner of drawing, where the model has any.</param>
    /// <param name="count">1 to 4.</param>
    /// <param name="fallbackModels">Models that may answer when it cannot, in order, at most 3. Null: those the shop lets; empty: none.</param>
    /// <param name="allowCached">True when your own earlier answer to the same request will do: it comes at once and is free.</param>
    /// <param name="idempotencyKey">1 to 255 characters of your choice, one for each generation you mean to start.</param>
    [Authorize]
    [Error<InsufficientCreditsException>]
    [Error<MonthlyLimitReachedException>]
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
        IReadOnlyList<string>? fallbackModels,
        [DefaultValue(false)] bool allowCached,
        string idempotencyKey,
        RequestGeneration requestGeneration,
        CancellationToken cancellationToken)
    {
        var options = new GenerationOptions { Size = size, Quality = quality, Style = style, Count = count };
        var request = new GenerationRequest(GenerationKind.Image, model, prompt, options) { Fallbacks = fallbackModels, AllowCached = allowCached };
        return requestGeneration.ExecuteAsync(request, idempotencyKey, cancellationToken);
    }

    /// <summary>Queues a video and holds its credits. Follow it with `generationProgress`. Safe to repeat, as `generateText` is.</summary>
    /// <param name="model">`sandbox/video`. Null: the shop's default.</param>
    /// <param name="prompt">At most 32 KiB, or less where the model says so.</param>
    /// <param name="seconds">How long it plays: one of the model's `secondsOptions`.</param>
    /// <param name="size">One of the model's `sizes`: `1280x720`. Null: its first.</param>
    /// <param name="fallbackModels">Models that may answer when it cannot, in order, at most 3. Null: those the shop lets; empty: none.</param>
    /// <param name="allowCached">True when your own earlier answer to the same request will do: it comes at once and is free.</param>
    /// <param name="idempotencyKey">1 to 255 characters of your choice, one for each generation you mean to start.</param>
    [Authorize]
    [Error<InsufficientCreditsException>]
    [Error<MonthlyLimitReachedException>]
    [Error<ModelNotAvailableException>]
    [Error<PromptTooLongException>]
    [Error<InvalidGenerationOptionException>]
    [Error<TooManyGenerationsException>]
    [Error<IdempotencyKeyReusedException>]
    [UseMutationConvention(PayloadErrorTypeName = "GenerateError")]
    public static Task<Generation> GenerateVideoAsync(
        string? model,
        string prompt,
        [DefaultValue(4)] int seconds,
        string? size,
        IReadOnlyList<string>? fallbackModels,
        [DefaultValue(false)] bool allowCached,
        string idempotencyKey,
        RequestGeneration requestGeneration,
        CancellationToken cancellationToken)
    {
        var options = new GenerationOptions { Seconds = seconds, Size = size };
        var request = new GenerationRequest(GenerationKind.Video, model, prompt, options) { Fallbacks = fallbackModels, AllowCached = allowCached };
        return requestGeneration.ExecuteAsync(request, idempotencyKey, cancellationToken);
    }

    /// <summary>Queues a speech and holds its credits. Follow it with `generationProgress`. Safe to repeat, as `generateText` is.</summary>
    /// <param name="model">`sandbox/audio`. Null: the shop's default.</param>
    /// <param name="prompt">The words to speak. At most 32 KiB, or less where the model says so.</param>
    /// <param name="voice">One of the model's `voices`. Null: its first.</param>
    /// <param name="fallbackModels">Models that may answer when it cannot, in order, at most 3. Null: those the shop lets; empty: none.</param>
    /// <param name="allowCached">True when your own earlier answer to the same request will do: it comes at once and is free.</param>
    /// <param name="idempotencyKey">1 to 255 characters of your choice, one for each generation you mean to start.</param>
    [Authorize]
    [Error<InsufficientCreditsException>]
    [Error<MonthlyLimitReachedException>]
    [Error<ModelNotAvailableException>]
    [Error<PromptTooLongException>]
    [Error<InvalidGenerationOptionException>]
    [Error<TooManyGenerationsException>]
    [Error<IdempotencyKeyReusedException>]
    [UseMutationConvention(PayloadErrorTypeName = "GenerateError")]
    public static Task<Generation> GenerateAudioAsync(
        string? model,
        string prompt,
        string? voice,
        IReadOnlyList<string>? fallbackModels,
        [DefaultValue(false)] bool allowCached,
        string idempotencyKey,
        RequestGeneration requestGeneration,
        CancellationToken cancellationToken)
    {
        var options = new GenerationOptions { Voice = voice };
        var request = new GenerationRequest(GenerationKind.Audio, model, prompt, options) { Fallbacks = fallbackModels, AllowCached = allowCached };
        return requestGeneration.ExecuteAsync(request, idempotencyKey, cancellationToken);
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

    /// <summary>Marks a generation as a favorite, or no longer.</summary>
    [Authorize]
    [Error<GenerationNotFoundException>]
    public static Task<Generation> FavoriteGenerationAsync(
        [ID<Generation>] Guid generationId, bool favorite, FavoriteGeneration favoriteGeneration, CancellationToken cancellationToken) =>
        favoriteGeneration.ExecuteAsync(GenerationId.From(generationId), favorite, cancellationToken);

    /// <summary>
    /// Takes a finished generation away for good: prompt, text and files. What it cost stays in the ledger. Cancel first what still runs.
    /// </summary>
    [Authorize]
    [Error<GenerationNotFoundException>]
    [Error<GenerationNotFinishedException>]
    [UseMutationConvention(PayloadFieldName = "generationId")]
    [ID<Generation>]
    public static async Task<Guid> DeleteGenerationAsync(
        [ID<Generation>] Guid generationId, DeleteGeneration deleteGeneration, CancellationToken cancellationToken) =>
        (await deleteGeneration.ExecuteAsync(GenerationId.From(generationId), cancellationToken)).Value;
}
