using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Credits;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Generations.Limits;

namespace Webox.Infrastructure.Generations.Queue;

/// <summary>
/// The generations table as a queue that survives the death of its workers. A worker owns a row by its attempt number, for as long as
/// its lease; what it writes later misses the row and is counted, never an error.
/// </summary>
internal sealed class GenerationQueue(
    IDbContextFactory<WeboxDbContext> databases, WatchedGenerations watched, IChangeFeed changes, QueueOptions options, QueueMetrics metrics,
    ProviderSpending spend, TimeProvider clock)
{
    /// <summary>Takes the next one that may run now. Null when there is none.</summary>
    public async Task<ClaimedGeneration?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);

        // Most looks find nothing: whatever is written anywhere causes one. To claim is to write, and on SQLite to keep other writers waiting.
        if (!await db.Generations.IgnoreQueryFilters().AnyAsync(g => g.Status == GenerationStatus.Queued, cancellationToken))
        {
            return null;
        }

        var rows = await db.Database
            .SqlQueryRaw<ClaimedRow>(Sql(db).Claim, options.RunningPerCustomerMax, options.Node, options.Lease.TotalMilliseconds)
            .ToListAsync(cancellationToken);
        if (rows.SingleOrDefault() is not { } claimed)
        {
            return null;
        }

        // Its new state is an activity of its customer, too.
        changes.Signal(ChangeSubject.Generation, claimed.Id, claimed.Version);
        changes.Signal();
        return new ClaimedGeneration(claimed.Id, claimed.Attempt);
    }

    /// <summary>Takes one that the caller's transaction has just queued, if it need not wait. It begins after the commit.</summary>
    /// <returns>Null when it waits.</returns>
    public async Task<TakenGeneration?> TakeAsync(WeboxDbContext db, Generation queued, CancellationToken cancellationToken)
    {
        var taken = await db.Database
            .SqlQueryRaw<TakenGeneration>(
                Sql(db).Take, options.RunningPerCustomerMax, options.Node, options.Lease.TotalMilliseconds, queued.Id.Value, queued.CustomerId.Value)
            .ToListAsync(cancellationToken);
        return taken.SingleOrDefault();
    }

    public async Task<Generation> ReadAsync(ClaimedGeneration claimed, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(db, claimed, cancellationToken);
    }

    /// <summary>Appends text and moves the progress. False when the worker no longer owns the generation.</summary>
    public async Task<bool> AdvanceAsync(ClaimedGeneration claimed, string text, int progress, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var versions = await db.Database.SqlQuery<long>(
            $"""
            UPDATE generations
            SET text = text || {text}, progress = CASE WHEN progress > {progress} THEN progress ELSE {progress} END, version = version + 1
            WHERE id = {claimed.Id} AND attempt = {claimed.Attempt} AND status = 'Running'
            RETURNING version AS "Value"
            """).ToListAsync(cancellationToken);
        if (versions.Count == 0)
        {
            metrics.Fenced();
            return false;
        }

        watched.Advance(GenerationId.From(claimed.Id), versions[0], text, progress);
        changes.Signal(ChangeSubject.Generation, claimed.Id, versions[0]);
        return true;
    }

    /// <summary>
    /// Remembers, or with null forgets, the job that the provider works on. Not to be canceled halfway: a job that nobody remembers
    /// is paid twice. False when the worker no longer owns the generation.
    /// </summary>
    public async Task<bool> SetProviderJobAsync(ClaimedGeneration claimed, string? jobId)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        return Accepted(await Owned(db, claimed).ExecuteUpdateAsync(set => set.SetProperty(g => g.ProviderJobId, jobId), CancellationToken.None) == 1);
    }

    /// <summary>Ends it: state, text, artifacts and credits in one transaction. False when the worker no longer owns it.</summary>
    /// <param name="known">The generation as its worker knows it. Null: it is read.</param>
    public async Task<bool> FinishAsync(
        ClaimedGeneration claimed, GenerationOutcome outcome, CancellationToken cancellationToken, Generation? known = null)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var version = await db.InTransactionAsync(() => FinishAsync(db, claimed, outcome, cancellationToken, known), cancellationToken);
        if (version is { } grown)
        {
            changes.Signal(ChangeSubject.Generation, claimed.Id, grown);
        }

        return Accepted(version is not null);
    }

    /// <summary>
    /// Puts it back to run again after <paramref name="delay"/>; ends it instead when its customer wants it stopped.
    /// </summary>
    /// <param name="keepAttempt">True when this attempt is not to count: the worker stops for reasons of its own.</param>
    /// <param name="costMicros">What the attempt cost at its provider all the same.</param>
    public async Task<bool> RequeueAsync(
        ClaimedGeneration claimed, TimeSpan delay, bool keepAttempt, CancellationToken cancellationToken, long costMicros = 0)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var requeued = await db.InTransactionAsync(
            () => RequeueAsync(db, claimed, delay, keepAttempt, costMicros, cancellationToken), cancellationToken);
        return Accepted(requeued);
    }

    /// <summary>Lets another model answer from now on, at its own prices, within the credits that are held.</summary>
    /// <param name="rest">Ids of the models that may answer after it.</param>
    /// <returns>The generation as it is now. Null when the worker no longer owns it.</returns>
    public async Task<Generation?> SwitchAsync(
        ClaimedGeneration claimed, Model model, long costMicrosMax, IReadOnlyList<string>? rest, string reason, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var written = await Owned(db, claimed).ExecuteUpdateAsync(
            set => set
                .SetProperty(g => g.Provider, model.Provider)
                .SetProperty(g => g.Model, model.Id)
                .SetProperty(g => g.Pricing, model.Pricing)
                .SetProperty(g => g.Rates, model.Rates)
                .SetProperty(g => g.CostMicrosMax, costMicrosMax)
                .SetProperty(g => g.Fallbacks, rest)
                .SetProperty(g => g.FallbackReason, reason)
                .SetProperty(g => g.ProviderJobId, (string?)null)
                .SetProperty(g => g.Version, g => g.Version + 1),
            cancellationToken);
        return Accepted(written == 1) ? await ReadAsync(claimed, cancellationToken) : null;
    }

    /// <summary>Takes the generations of dead workers away from them: back into the queue, or to their end when they are spent.</summary>
    /// <param name="allDead">True when no worker can be alive, whatever the leases say.</param>
    public async Task<int> RescueAsync(bool allDead, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rescued = await db.Database.ExecuteSqlRawAsync(Sql(db).RequeueExpired, [allDead], cancellationToken);
        var spent = await db.Database.SqlQueryRaw<SpentGeneration>(Sql(db).FindSpent, allDead).ToListAsync(cancellationToken);
        foreach (var generation in spent)
        {
            var outcome = generation.IsCanceled
                ? new GenerationOutcome { Status = GenerationStatus.Canceled }
                : GenerationOutcome.Failed(GenerationFailureCode.Internal);
            var claimed = new ClaimedGeneration(generation.Id, generation.Attempt);
            rescued += await db.InTransactionAsync(() => FinishAsync(db, claimed, outcome, cancellationToken), cancellationToken) is null ? 0 : 1;
        }

        if (rescued > 0)
        {
            metrics.Rescued(rescued);
            changes.Signal();
        }

        return rescued;
    }

    /// <summary>Those of <paramref name="running"/> whose customers want them stopped.</summary>
    public async Task<List<GenerationId>> FindCanceledAsync(IReadOnlyList<GenerationId> running, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Generations.Where(g => running.Contains(g.Id) && g.CancelRequested).Select(g => g.Id).ToListAsync(cancellationToken);
    }

    private async Task<bool> RequeueAsync(
        WeboxDbContext db, ClaimedGeneration claimed, TimeSpan delay, bool keepAttempt, long costMicros, CancellationToken cancellationToken)
    {
        var requeued = await db.Database.ExecuteSqlRawAsync(
            Sql(db).Requeue, [claimed.Id, claimed.Attempt, delay.TotalMilliseconds, keepAttempt ? 1 : 0, costMicros], cancellationToken) == 1;
        if (!requeued)
        {
            var canceled = new GenerationOutcome { Status = GenerationStatus.Canceled, CostMicros = costMicros };
            return await FinishAsync(db, claimed, canceled, cancellationToken) is not null;
        }

        if (costMicros > 0)
        {
            await spend.AddAsync(db, await ReadAsync(db, claimed, cancellationToken), costMicros, cancellationToken);
        }

        return true;
    }

    private static Task<Generation> ReadAsync(WeboxDbContext db, ClaimedGeneration claimed, CancellationToken cancellationToken) =>
        db.Generations.AsNoTracking().FirstAsync(g => g.Id == GenerationId.From(claimed.Id), cancellationToken);

    /// <returns>The version of its row. Null when the worker no longer owns it.</returns>
    private async Task<long?> FinishAsync(
        WeboxDbContext db, ClaimedGeneration claimed, GenerationOutcome outcome, CancellationToken cancellationToken, Generation? known = null)
    {
        var version = await FinishRowAsync(db, claimed, outcome, cancellationToken);
        if (version is null)
        {
            return null;
        }

        foreach (var artifact in outcome.Artifacts)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO generation_artifacts (generation_id, number, media_type, bytes, sha256, width, height, duration_milliseconds)
                VALUES ({claimed.Id}, {artifact.Number}, {artifact.MediaType}, {artifact.Bytes}, {artifact.Sha256}, {artifact.Width},
                    {artifact.Height}, {artifact.DurationMilliseconds})
                """,
                cancellationToken);
        }

        var generation = known ?? await ReadAsync(db, claimed, cancellationToken);
        if (outcome.CostMicros > 0)
        {
            await spend.AddAsync(db, generation, outcome.CostMicros, cancellationToken);
        }

        await new CreditLedger(db, clock).SettleAsync(generation.CustomerId, claimed.Id, outcome.CreditsUsed, cancellationToken);
        return version;
    }

    private async Task<long?> FinishRowAsync(
        WeboxDbContext db, ClaimedGeneration claimed, GenerationOutcome outcome, CancellationToken cancellationToken)
    {
        var status = outcome.Status.ToString();
        var (reason, failure) = (outcome.FinishReason?.ToString(), outcome.FailureCode?.ToString());
        var versions = await db.Database.SqlQuery<long>(
            $"""
            UPDATE generations
            SET status = {status}, text = text || {outcome.TextRest}, progress = CASE WHEN {status} = 'Succeeded' THEN 100 ELSE progress END,
                finish_reason = {reason}, input_tokens = {outcome.Usage?.InputTokens}, output_tokens = {outcome.Usage?.OutputTokens},
                failure_code = {failure}, cost_micros = cost_micros + {outcome.CostMicros},
                credits = CASE WHEN {outcome.CreditsUsed} < credits_held THEN {outcome.CreditsUsed} ELSE credits_held END,
                finished_at = {clock.GetUtcNow().UtcDateTime}, lease_until = NULL, node = NULL, version = version + 1
            WHERE id = {claimed.Id} AND attempt = {claimed.Attempt} AND status = 'Running'
            RETURNING version AS "Value"
            """).ToListAsync(cancellationToken);
        return versions.Count == 1 ? versions[0] : null;
    }

    // The fence.
    private static IQueryable<Generation> Owned(WeboxDbContext db, ClaimedGeneration claimed)
    {
        var id = GenerationId.From(claimed.Id);
        return db.Generations.Where(g => g.Id == id && g.Attempt == claimed.Attempt && g.Status == GenerationStatus.Running);
    }

    private bool Accepted(bool written)
    {
        if (written)
        {
            changes.Signal();
        }
        else
        {
            metrics.Fenced();
        }

        return written;
    }

    private static QueueSql Sql(WeboxDbContext db) => new(QueueDialect.Of(db.Database));

    private sealed record ClaimedRow(Guid Id, int Attempt, long Version);

    private sealed record SpentGeneration(Guid Id, int Attempt, bool IsCanceled);
}
