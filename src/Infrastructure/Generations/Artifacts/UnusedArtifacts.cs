using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Webox.Application.Generations;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>Knows who names a file of the store.</summary>
internal sealed partial class UnusedArtifacts(
    IDbContextFactory<WeboxDbContext> databases, IArtifactStore store, TimeProvider clock, ILogger<UnusedArtifacts> log) : IUnusedArtifacts
{
    /// <summary>Longer than any attempt takes from its file to its row.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromHours(24);

    public async Task DeleteAsync(string sha256, CancellationToken cancellationToken)
    {
        if (await IsNamedAsync(sha256, cancellationToken))
        {
            return;
        }

        try
        {
            await store.DeleteAsync(sha256, cancellationToken);
        }
        catch (ArtifactStoreUnavailableException exception)
        {
            // Nothing names it any more: the sweep finds it.
            Log.DeletionLeft(log, exception);
        }
    }

    /// <summary>Deletes every file of the day before that nothing names: their attempts never came to their end.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var deleted = 0;
        await foreach (var sha256 in store.ListAsync(clock.GetUtcNow() - Age, cancellationToken))
        {
            if (!await IsNamedAsync(sha256, cancellationToken))
            {
                await store.DeleteAsync(sha256, cancellationToken);
                deleted++;
            }
        }

        if (deleted > 0)
        {
            Log.Swept(log, deleted);
        }
    }

    private async Task<bool> IsNamedAsync(string sha256, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Generations.AnyAsync(g => g.Artifacts.Any(artifact => artifact.Sha256 == sha256), cancellationToken)
            || await db.Uploads.AnyAsync(upload => upload.Sha256 == sha256, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} files that nothing names were deleted")]
        public static partial void Swept(ILogger log, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A file that nothing names could not be deleted and is left to the sweep")]
        public static partial void DeletionLeft(ILogger log, Exception exception);
    }
}
