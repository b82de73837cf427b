namespace Webox.Domain.Generations;

/// <summary>Why a generation failed, in words that are safe to show: a provider's own never reach a client.</summary>
/// <param name="Retryable">True when the same request may succeed later.</param>
public sealed record GenerationFailure(GenerationFailureCode Code, string Message, bool Retryable)
{
    public static GenerationFailure Of(GenerationFailureCode code) => code switch
    {
        GenerationFailureCode.ProviderRejected => new(code, "Le fournisseur a refusé cette demande.", Retryable: false),
        GenerationFailureCode.ProviderUnavailable => new(code, "Le fournisseur ne répond pas. Réessayez plus tard.", Retryable: true),
        GenerationFailureCode.RateLimited => new(code, "Le fournisseur reçoit trop de demandes. Réessayez plus tard.", Retryable: true),
        GenerationFailureCode.ContentPolicy => new(code, "Le fournisseur refuse ce contenu.", Retryable: false),
        GenerationFailureCode.TimedOut => new(code, "La génération a pris trop de temps.", Retryable: true),
        GenerationFailureCode.StreamInterrupted => new(code, "La réponse du fournisseur s'est interrompue.", Retryable: true),
        GenerationFailureCode.ProviderBudget => new(code, "La boutique a atteint son budget du jour chez ce fournisseur. Réessayez demain.", Retryable: true),
        _ => new(GenerationFailureCode.Internal, "La génération a échoué. Aucun crédit n'est débité.", Retryable: true),
    };
}

/// <summary>Why a generation failed, for programs.</summary>
public enum GenerationFailureCode
{
    /// <summary>The provider says that the request itself is wrong, or that this installation may not make it.</summary>
    ProviderRejected,

    /// <summary>The provider did not answer, or answered that it cannot now.</summary>
    ProviderUnavailable,
    RateLimited,
    ContentPolicy,
    TimedOut,

    /// <summary>The answer ended before its end marker.</summary>
    StreamInterrupted,

    /// <summary>The shop has spent what it lets itself spend with this provider today.</summary>
    ProviderBudget,
    Internal,
}
