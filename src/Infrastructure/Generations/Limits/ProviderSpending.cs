using Microsoft.EntityFrameworkCore;
using Webox.Domain.Generations;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Generations.Limits;

/// <summary>What providers cost by the day, and the cap on it.</summary>
internal sealed class ProviderSpending(IDbContextFactory<WeboxDbContext> databases, ProviderLimits limits, TimeProvider clock)
{
    /// <summary>
    /// True while what was spent today, and what everything that runs can cost at most, is within the provider's cap. What asks must be
    /// running already, so that two who ask at once see each other.
    /// </summary>
    public async Task<bool> IsWithinCapAsync(AiProvider provider, CancellationToken cancellationToken)
    {
        if (!limits.Spend.TryGetValue(provider, out var cap))
        {
            return true;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var today = Today();
        var spent = await db.ProviderSpend.Where(s => s.Provider == provider && s.Day == today && s.Currency == "USD")
            .SumAsync(s => s.Micros, cancellationToken);
        var running = await db.Generations.Where(g => g.Provider == provider && g.Status == GenerationStatus.Running)
            .SumAsync(g => g.CostMicrosMax, cancellationToken);
        return spent + running <= cap;
    }

    /// <summary>Adds what an attempt cost. Part of the caller's transaction, and its last statement on a row that others write.</summary>
    public Task AddAsync(WeboxDbContext db, Generation generation, long micros, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO provider_spend (provider, day, currency, micros)
            VALUES ({generation.Provider.ToString()}, {Today()}, {generation.Rates?.Currency ?? "USD"}, {micros})
            ON CONFLICT (provider, day, currency) DO UPDATE SET micros = provider_spend.micros + excluded.micros
            """,
            cancellationToken);

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
