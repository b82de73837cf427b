using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;

namespace Webox.Application.Uploads;

/// <summary>Removes uploads whose time is over, and their files when nothing else has the same content.</summary>
public sealed class SweepUploads(IWeboxDb db, IUnusedArtifacts unused, TimeProvider clock)
{
    private const int AtATime = 100;

    /// <returns>How many uploads were removed.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var (removed, found) = (0, AtATime);
        while (found == AtATime)
        {
            var hashes = await db.InTransactionAsync(() => RemoveAsync(cancellationToken), cancellationToken);
            foreach (var sha256 in hashes.Distinct())
            {
                await unused.DeleteAsync(sha256, cancellationToken);
            }

            found = hashes.Count;
            removed += found;
        }

        return removed;
    }

    private async Task<List<string>> RemoveAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var expired = await db.Uploads.AsNoTracking().Where(u => u.ExpiresAt <= now).OrderBy(u => u.ExpiresAt).Take(AtATime)
            .Select(u => new { u.Id, u.Sha256 }).ToListAsync(cancellationToken);
        var ids = expired.ConvertAll(upload => upload.Id);

        // Asked again: what a message took in between stays.
        await db.Uploads.Where(u => ids.Contains(u.Id) && u.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        return expired.ConvertAll(upload => upload.Sha256);
    }
}
