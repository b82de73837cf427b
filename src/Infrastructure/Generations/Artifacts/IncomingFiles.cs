using System.Security.Cryptography;
using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>Files in the data folder that are written and hashed before anybody knows the name they will be kept under.</summary>
internal sealed class IncomingFiles(DataFolder data, TimeProvider clock)
{
    public string Folder { get; } = data.Folder(Path.Combine("artifacts", "incoming"));

    public string NewPath() => Path.Combine(Folder, Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"));

    /// <summary>Returns when all of the content is safely on the disk. Who calls deletes or moves it, whatever comes.</summary>
    /// <param name="progress">Is told the bytes so far.</param>
    public static async Task<StoredFile> WriteAsync(
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

    /// <summary>Deletes what was not written since: its writer died.</summary>
    public void DeleteAbandoned(DateTimeOffset before)
    {
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < before.UtcDateTime))
        {
            file.Delete();
        }
    }
}
