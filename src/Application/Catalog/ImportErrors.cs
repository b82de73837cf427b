using Webox.Domain;

namespace Webox.Application.Catalog;

/// <summary>A file of products has errors; nothing of it was taken over.</summary>
public sealed class ImportRefusedException(IReadOnlyList<ImportError> errors)
    : DomainException($"Rien n'a été repris : {errors.Count} erreur(s), la première à la ligne {errors[0].Line}.")
{
    /// <summary>By line; at least one.</summary>
    public IReadOnlyList<ImportError> Errors { get; } = errors;
}

/// <param name="Line">From 1; that of the header is 1.</param>
/// <param name="Column">Null: the line as a whole.</param>
public sealed record ImportError(int Line, string? Column, string Reason);
