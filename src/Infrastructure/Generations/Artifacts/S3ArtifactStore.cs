using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>
/// Objects of a bucket that all nodes share, at <c>artifacts/ab/abcd…</c>. An object is there whole or not there, and writing it again
/// makes it as new as what is saved now.
/// </summary>
internal sealed class S3ArtifactStore(S3Bucket bucket, IncomingFiles incoming) : IArtifactStore, IDisposable
{
    public const string Prefix = "artifacts/";

    public async Task<string> SaveAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        await bucket.PutAsync(KeyOf(sha256), stream, cancellationToken);
        return sha256;
    }

    public async Task<StoredFile> SaveAsync(Stream content, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var temporary = incoming.NewPath();
        try
        {
            var saved = await IncomingFiles.WriteAsync(content, temporary, progress, cancellationToken);
            await using var file = new FileStream(temporary, FileMode.Open, FileAccess.Read);
            await bucket.PutAsync(KeyOf(saved.Sha256), file, cancellationToken);
            return saved;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public async Task<Stream?> OpenReadAsync(string sha256, CancellationToken cancellationToken) =>
        await bucket.FindLengthAsync(KeyOf(sha256), cancellationToken) is { } length
            ? new S3ObjectStream(bucket, KeyOf(sha256), length)
            : null;

    public Task DeleteAsync(string sha256, CancellationToken cancellationToken) => bucket.DeleteAsync(KeyOf(sha256), cancellationToken);

    public async IAsyncEnumerable<string> ListAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        incoming.DeleteAbandoned(before);
        string? mark = null;
        do
        {
            (var objects, mark) = await bucket.ListAsync(Prefix, mark, cancellationToken);
            foreach (var old in objects.Where(candidate => candidate.LastModified?.ToUniversalTime() < before.UtcDateTime))
            {
                // Somebody else's files may lie beside ours.
                var name = old.Key[(old.Key.LastIndexOf('/') + 1)..];
                if (name.Length == 64 && old.Key == KeyOf(name))
                {
                    yield return name;
                }
            }
        }
        while (mark is not null);
    }

    public void Dispose() => bucket.Dispose();

    private static string KeyOf(string sha256) => $"{Prefix}{sha256[..2]}/{sha256}";
}
