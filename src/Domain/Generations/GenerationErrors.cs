namespace Webox.Domain.Generations;

public sealed class GenerationNotFoundException() : DomainException("Cette génération n'existe pas ou n'est pas la vôtre.");

public sealed class GenerationNotFinishedException() : DomainException("Cette génération n'est pas terminée. Annulez-la d'abord.");

/// <param name="replacedBy">The model to ask instead of one that is retired. Null otherwise.</param>
public sealed class ModelNotAvailableException(AiProvider provider, string model, string? replacedBy = null)
    : DomainException(replacedBy is null
        ? $"Le modèle {model} n'est pas disponible pour cette demande."
        : $"Le modèle {model} n'existe plus. Demandez plutôt {replacedBy}.")
{
    /// <summary>Who would run it, by the name of the model.</summary>
    public AiProvider Provider { get; } = provider;

    public string Model { get; } = model;
}

public sealed class PromptTooLongException : DomainException
{
    /// <summary>It is longer than any prompt may be.</summary>
    public PromptTooLongException()
        : base($"Le texte dépasse {Webox.Domain.Generations.Model.PromptBytesMax / 1024} Kio.") =>
        CharactersMax = Webox.Domain.Generations.Model.PromptBytesMax;

    private PromptTooLongException(int max, string message)
        : base(message) => CharactersMax = max;

    /// <summary>
    /// Characters that the model takes; or, of any prompt, bytes of UTF-8, system prompt included: a letter with an accent counts twice.
    /// </summary>
    public int CharactersMax { get; }

    /// <summary>It is longer than its model takes.</summary>
    public static PromptTooLongException OfModel(int charactersMax) =>
        new(charactersMax, $"Le texte dépasse les {charactersMax} caractères que ce modèle accepte.");

    /// <summary>It leaves no room for an answer in the model's window.</summary>
    public static PromptTooLongException OfWindow(int bytesMax) =>
        new(bytesMax, bytesMax >= 1024 ? $"Le texte dépasse {bytesMax / 1024} Kio." : $"Le texte dépasse {bytesMax} octets.");
}

public sealed class InvalidGenerationOptionException(string option, IReadOnlyList<string> allowed)
    : DomainException(allowed.Count > 0
        ? $"L'option « {option} » n'accepte que : {string.Join(", ", allowed)}."
        : $"Ce modèle n'a pas d'option « {option} ».")
{
    public string Option { get; } = option;

    /// <summary>Values, or ranges such as <c>0..2</c>. Empty when the model has no such option.</summary>
    public IReadOnlyList<string> Allowed { get; } = allowed;
}

public sealed class TooManyGenerationsException(int queuedMax)
    : DomainException($"Vous avez déjà {queuedMax} générations en attente.")
{
    public int QueuedMax { get; } = queuedMax;
}
