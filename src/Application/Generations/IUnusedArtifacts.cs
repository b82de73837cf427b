namespace Webox.Application.Generations;

/// <summary>Files that nothing needs any more.</summary>
public interface IUnusedArtifacts
{
    /// <summary>Deletes a file, unless something still names it: the same content is kept once for all who made it.</summary>
    Task DeleteAsync(string sha256, CancellationToken cancellationToken);
}
