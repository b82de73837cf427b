namespace Webox.Application.Generations;

/// <summary>
/// Keeps files under the hash of their content, so that saving one twice keeps it once. Every call may fail with an
/// <see cref="IOException"/>, then nothing was kept that was not there before.
/// </summary>
public interface IArtifactStore
{
    /// <summary>Returns when the content is safely kept.</summary>
    /// <returns>SHA-256 in lower-case hexadecimal.</returns>
    Task<string> SaveAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps what a stream gives, which may be too large for the memory. Returns when it is safely kept; when the stream fails
    /// or the work is canceled, nothing is kept.
    /// </summary>
    /// <param name="progress">Is told the bytes so far.</param>
    Task<StoredFile> SaveAsync(Stream content, IProgress<long> progress, CancellationToken cancellationToken);

    /// <returns>
    /// At its beginning, of known length, to be read without blocking and from any place. Null when there is no such file. The caller
    /// disposes it.
    /// </returns>
    Task<Stream?> OpenReadAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Deletes it if it is there.</summary>
    Task DeleteAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>The hashes of all files that were not saved since.</summary>
    IAsyncEnumerable<string> ListAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Bytes">Length.</param>
public sealed record StoredFile(string Sha256, long Bytes);

/// <summary>The files are kept on another server, and that one does not answer or refuses.</summary>
public sealed class ArtifactStoreUnavailableException(string message) : IOException(message);
