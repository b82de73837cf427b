namespace Webox.Domain.Prompts;

public sealed class PromptNotFoundException() : DomainException("Ce prompt n'existe pas ou n'est pas le vôtre.");

/// <summary>The text names variables that came without a value.</summary>
public sealed class MissingPromptVariablesException(IReadOnlyList<string> variables)
    : DomainException($"Il manque une valeur pour : {string.Join(", ", variables)}.")
{
    public IReadOnlyList<string> Variables { get; } = variables;
}

public sealed class TooManyPromptsException() : DomainException($"Vous avez déjà {Prompt.CountMax} prompts.")
{
    public int CountMax { get; } = Prompt.CountMax;
}
