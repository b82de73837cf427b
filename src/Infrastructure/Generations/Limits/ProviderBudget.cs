using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Webox.Domain.Generations;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Limits;

/// <summary>
/// Who may call a provider now: all nodes together at most as often a minute as it takes, and not at all while it asked to be left
/// alone. Nobody waits here; a generation that may not call goes back into the queue, which passes over its provider for as long.
/// </summary>
internal sealed class ProviderBudget(IDbContextFactory<WeboxDbContext> databases, ProviderLimits limits)
{
    /// <summary>A call takes a moment to arrive, and moments differ: a hundredth more keeps the provider's own minute right.</summary>
    private const double Margin = 1.01;

    private readonly ConcurrentDictionary<AiProvider, bool> _prepared = new();

    /// <param name="mayBePaused">False when somebody has just looked.</param>
    /// <returns>False when the provider is not to be called now.</returns>
    public async Task<bool> TryTakeAsync(AiProvider provider, bool mayBePaused, CancellationToken cancellationToken)
    {
        if (!mayBePaused && !limits.Requests.ContainsKey(provider))
        {
            return true;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await IsPausedAsync(db, provider, cancellationToken))
        {
            return false;
        }

        if (!limits.Requests.TryGetValue(provider, out var rate))
        {
            return true;
        }

        await PrepareAsync(db, provider, rate, cancellationToken);
        var sql = new ProviderBudgetSql(QueueDialect.Of(db.Database));
        var window = limits.Window.TotalMilliseconds * Margin;
        if (await db.Database.ExecuteSqlRawAsync(sql.Take, [provider.ToString(), rate, window], cancellationToken) == 1)
        {
            return true;
        }

        await db.Database.ExecuteSqlRawAsync(sql.PauseUntilSlot, [provider.ToString(), rate, window], cancellationToken);
        return false;
    }

    /// <summary>The provider asked to be left alone for so long; a longer pause stays.</summary>
    public async Task PauseAsync(AiProvider provider, TimeSpan pause, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var sql = new ProviderBudgetSql(QueueDialect.Of(db.Database));
        await db.Database.ExecuteSqlRawAsync(sql.Pause, [provider.ToString(), pause.TotalMilliseconds], cancellationToken);
    }

    private static async Task<bool> IsPausedAsync(WeboxDbContext db, AiProvider provider, CancellationToken cancellationToken)
    {
        var sql = new ProviderBudgetSql(QueueDialect.Of(db.Database));
        return await db.Database.SqlQueryRaw<int>(sql.IsPaused, provider.ToString()).SingleAsync(cancellationToken) > 0;
    }

    // Once for each provider: its slots are rows that stay.
    private async Task PrepareAsync(WeboxDbContext db, AiProvider provider, int rate, CancellationToken cancellationToken)
    {
        if (!_prepared.ContainsKey(provider))
        {
            await db.Database.ExecuteSqlRawAsync(ProviderBudgetSql.Prepare, [provider.ToString(), rate, DateTime.UnixEpoch], cancellationToken);
            _prepared[provider] = true;
        }
    }
}
