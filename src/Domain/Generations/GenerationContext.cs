namespace Webox.Domain.Generations;

/// <summary>
/// What a model is given besides the prompt. It is kept with the generation, so that another try, another node or a later change of the
/// conversation gives the model the same.
/// </summary>
/// <param name="Turns">What was said before, oldest first: a customer's turn and its answer, by turns.</param>
/// <param name="Images">Those of the prompt itself.</param>
public sealed record GenerationContext(IReadOnlyList<Turn> Turns, IReadOnlyList<PromptImage> Images)
{
    /// <returns>Null when there is nothing besides the prompt.</returns>
    public static GenerationContext? Of(IReadOnlyList<Turn> turns, IReadOnlyList<PromptImage> images) =>
        turns.Count == 0 && images.Count == 0 ? null : new(turns, images);
}
