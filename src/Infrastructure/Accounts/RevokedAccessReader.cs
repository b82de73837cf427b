using Microsoft.EntityFrameworkCore;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Accounts;

internal sealed class RevokedAccessReader(IDbContextFactory<WeboxDbContext> databases, RevokedAccess revoked, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Reads the rows anew. One at a time, lest an older reading replaces a newer one.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var since = clock.GetUtcNow() - RevokedAccess.Remembered;
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            revoked.Replace(await db.Set<AccessRevocation>().AsNoTracking().Where(r => r.IssuedUntil >= since)
                .ToDictionaryAsync(r => r.CustomerId, r => r.IssuedUntil, cancellationToken));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
