using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>Files in the data folder, at <c>artifacts/ab/abcd…</c>. A file is either there whole or not there.</summary>
internal sealed class FileArtifactStore(DataFolder data, TimeProvider clock) : IArtifactStore
{
    private readonly string _root = data.Folder("artifacts");
    private readonly IncomingFiles _incoming = new(data, clock);

    public async Task<string> SaveAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(sha256);
        if (TryTouch(path))
        {
            return sha256;
        }

        var temporary = _incoming.NewPath();
        await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
        {
            await file.WriteAsync(content, cancellationToken);

            // Before the rename: a name must never stand for content that a power cut took.
            file.Flush(flushToDisk: true);
        }

        Keep(temporary, sha256);
        return sha256;
    }

    public async Task<StoredFile> SaveAsync(Stream content, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var temporary = _incoming.NewPath();
        try
        {
            var saved = await IncomingFiles.WriteAsync(content, temporary, progress, cancellationToken);
            Keep(temporary, saved.Sha256);
            return saved;
        }
        finally
        {
            // It is still there when its content was not all to be had.
            File.Delete(temporary);
        }
    }

    public Task<Stream?> OpenReadAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        return Task.FromResult<Stream?>(File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read) : null);
    }

    public Task DeleteAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        _incoming.DeleteAbandoned(before);
        foreach (var file in new DirectoryInfo(_root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.Directory!.FullName != _incoming.Folder && file.LastWriteTimeUtc < before.UtcDateTime)
            {
                yield return file.Name;
            }
        }
    }

    private void Keep(string temporary, string sha256)
    {
        var path = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(temporary, path, overwrite: true);
        TryTouch(path);
    }

    // Whatever was saved before, it is as new as what is saved now: it is not removed as old in this moment.
    private bool TryTouch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    private string PathOf(string sha256) => Path.Combine(_root, sha256[..2], sha256);
}
