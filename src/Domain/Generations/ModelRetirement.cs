namespace Webox.Domain.Generations;

/// <summary>A model that its provider no longer serves.</summary>
/// <param name="Id"><c>openai/dall-e-3</c>.</param>
/// <param name="ReplacedBy">Id of the model to ask instead. Null: none.</param>
public sealed record ModelRetirement(string Id, AiProvider Provider, DateOnly RetiredOn, string? ReplacedBy);
