using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>Files in the data folder, at <c>artifacts/ab/abcd…</c>. A file is either there whole or not there.</summary>
internal sealed class ArtifactStore(DataFolder data, TimeProvider clock) : IArtifactStore
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(1);

    private readonly string _root = data.Folder("artifacts");
    private readonly string _incoming = data.Folder(Path.Combine("artifacts", "incoming"));

    public async Task<string> SaveAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(sha256);
        if (TryTouch(path))
        {
            return sha256;
        }

        var temporary = NewTemporary();
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
        var temporary = NewTemporary();
        try
        {
            var saved = await CopyAsync(content, temporary, progress, cancellationToken);
            Keep(temporary, saved.Sha256);
            return saved;
        }
        finally
        {
            // It is still there when its content was not all to be had.
            File.Delete(temporary);
        }
    }

    public Stream? OpenRead(string sha256)
    {
        var path = PathOf(sha256);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read) : null;
    }

    public Task DeleteAsync(string sha256, CancellationToken cancellationToken)
    {
        File.Delete(PathOf(sha256));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var file in new DirectoryInfo(_root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.LastWriteTimeUtc >= before.UtcDateTime)
            {
                continue;
            }

            if (file.Directory!.FullName == _incoming)
            {
                // Its writer died.
                file.Delete();
            }
            else
            {
                yield return file.Name;
            }
        }
    }

    private static async Task<StoredFile> CopyAsync(
        Stream content, string path, IProgress<long> progress, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[80 * 1024];
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            progress.Report(file.Position);
        }

        file.Flush(flushToDisk: true);
        return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Position);
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

    private string NewTemporary() => Path.Combine(_incoming, Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"));

    private string PathOf(string sha256) => Path.Combine(_root, sha256[..2], sha256);
}
