using Webox.Application.Prompts;
using Webox.Domain;
using Webox.Domain.Generations;
using Webox.Domain.Prompts;

namespace Webox.GraphQL.Prompts;

[MutationType]
public static class PromptMutations
{
    /// <summary>Adds a prompt to one's library.</summary>
    /// <param name="title">1 to 200 characters.</param>
    /// <param name="text">At most 32 KiB. `[NAME]`, in capitals, stands for a value to fill in.</param>
    /// <param name="category">1 to 100 characters. Null: `Général`.</param>
    /// <param name="tags">At most 20 of 1 to 50 characters.</param>
    /// <param name="isPublic">Anybody may use it, and nobody is told who wrote it.</param>
    [Authorize]
    [Error<InvalidLabelException>]
    [Error<TooManyTagsException>]
    [Error<PromptTooLongException>]
    [Error<TooManyPromptsException>]
    public static Task<Prompt> CreatePromptAsync(
        string title,
        string text,
        string? category,
        IReadOnlyList<string>? tags,
        CreatePrompt createPrompt,
        CancellationToken cancellationToken,
        bool isPublic = false,
        bool favorite = false) =>
        createPrompt.ExecuteAsync(new PromptDraft(title, text, category, tags, isPublic), favorite, cancellationToken);

    /// <summary>Changes one's own prompt. Fields left out stay as they are.</summary>
    [Authorize]
    [Error<PromptNotFoundException>]
    [Error<InvalidLabelException>]
    [Error<TooManyTagsException>]
    [Error<PromptTooLongException>]
    public static Task<Prompt> UpdatePromptAsync(
        [ID<Prompt>] Guid promptId,
        string? title,
        string? text,
        string? category,
        IReadOnlyList<string>? tags,
        bool? isPublic,
        UpdatePrompt updatePrompt,
        CancellationToken cancellationToken) =>
        updatePrompt.ExecuteAsync(PromptId.From(promptId), new PromptDraft(title, text, category, tags, isPublic), cancellationToken);

    /// <summary>Removes one's own prompt.</summary>
    [Authorize]
    [Error<PromptNotFoundException>]
    [ID<Prompt>]
    [UseMutationConvention(PayloadFieldName = "deletedPromptId")]
    public static async Task<Guid> DeletePromptAsync(
        [ID<Prompt>] Guid promptId, DeletePrompt deletePrompt, CancellationToken cancellationToken) =>
        (await deletePrompt.ExecuteAsync(PromptId.From(promptId), cancellationToken)).Value;

    /// <summary>Puts a prompt, one's own or a public one, among one's favorites, or takes it from there. Safe to repeat.</summary>
    [Authorize]
    [Error<PromptNotFoundException>]
    public static Task<Prompt> FavoritePromptAsync(
        [ID<Prompt>] Guid promptId, FavoritePrompt favoritePrompt, CancellationToken cancellationToken, bool favorite = true) =>
        favoritePrompt.ExecuteAsync(PromptId.From(promptId), favorite, cancellationToken);

    /// <summary>Fills a prompt in, and counts its use.</summary>
    /// <param name="values">One for each of its `variables`. Of two with one name the last counts; others are not used.</param>
    [Authorize]
    [Error<PromptNotFoundException>]
    [Error<MissingPromptVariablesException>]
    [Error<PromptTooLongException>]
    public static async Task<UsePromptPayload> UsePromptAsync(
        [ID<Prompt>] Guid promptId, IReadOnlyList<PromptValueInput>? values, UsePrompt usePrompt, CancellationToken cancellationToken)
    {
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in values ?? [])
        {
            byName[value.Name] = value.Value;
        }

        var (prompt, text) = await usePrompt.ExecuteAsync(PromptId.From(promptId), byName, cancellationToken);
        return new UsePromptPayload(prompt, text);
    }
}
