namespace Webox.Infrastructure.Generations.Queue;

/// <summary>
/// The statements of the queue, once for both databases. Every one of them is conditional: it writes only the rows that still are in
/// the state it was decided for.
/// </summary>
internal sealed class QueueSql(QueueDialect dialect)
{
    /// <summary>
    /// Takes the next waiting generation, if there is one. Parameters: 0 running at most per customer, 1 node, 2 lease in milliseconds.
    /// Each customer's next one is a candidate, and who has the fewest running goes first: however many one customer queues, the others
    /// do not wait for them. A generation that only a paused provider could run is no candidate. What two workers died of runs on a node
    /// without another such: if this one dies, too, it is known of which.
    /// The candidate stands in a materialized CTE: inlined, the planner may run it again for every row and take more than one.
    /// </summary>
    public string Claim { get; } = $$"""
        WITH RECURSIVE customer AS (
            SELECT (SELECT g.customer_id FROM generations AS g WHERE g.status = 'Queued' ORDER BY g.customer_id LIMIT 1) AS id
            UNION ALL
            SELECT (SELECT g.customer_id FROM generations AS g WHERE g.status = 'Queued' AND g.customer_id > c.id ORDER BY g.customer_id LIMIT 1)
            FROM customer AS c WHERE c.id IS NOT NULL),
        next AS (
            SELECT
                (SELECT g.id FROM generations AS g
                 WHERE g.customer_id = c.id AND g.status = 'Queued' AND g.run_at <= {{dialect.Now}} AND g.attempt < g.max_attempts
                   AND (g.fallbacks IS NOT NULL OR g.provider NOT IN (SELECT p.provider FROM provider_pauses AS p WHERE p.until > {{dialect.Now}}))
                   AND (g.crash_count < 2 OR NOT EXISTS (SELECT 1 FROM generations AS s WHERE s.status = 'Running' AND s.crash_count >= 2 AND s.node = {1}))
                 ORDER BY g.priority, g.run_at, g.id LIMIT 1) AS id,
                (SELECT count(*) FROM generations AS r WHERE r.customer_id = c.id AND r.status = 'Running') AS running
            FROM customer AS c WHERE c.id IS NOT NULL),
        candidate AS MATERIALIZED (
            SELECT g.id FROM next JOIN generations AS g ON g.id = next.id
            WHERE next.running < {0} AND g.status = 'Queued'
            ORDER BY next.running, g.priority, g.run_at, g.id
            LIMIT 1 {{dialect.SkipLocked}})
        UPDATE generations
        SET status = 'Running', attempt = attempt + 1, node = {1}, lease_until = {{dialect.After("{2}")}},
            started_at = coalesce(started_at, {{dialect.Now}}), text = '', progress = 0, version = version + 1
        WHERE id IN (SELECT id FROM candidate) AND status = 'Queued'
        RETURNING id AS "Id", attempt AS "Attempt", version AS "Version"
        """;

    /// <summary>
    /// Takes one that the same transaction has queued, unless others came before and wait, its customer has enough running, or only a
    /// paused provider could run it. Parameters as above, and 3 id, 4 customer.
    /// </summary>
    public string Take { get; } = $$"""
        UPDATE generations
        SET status = 'Running', attempt = attempt + 1, node = {1}, lease_until = {{dialect.After("{2}")}}, started_at = {{dialect.Now}},
            version = version + 1
        WHERE id = {3} AND status = 'Queued'
          AND (SELECT count(*) FROM generations AS r WHERE r.customer_id = {4} AND r.status = 'Running') < {0}
          AND NOT EXISTS (SELECT 1 FROM generations AS w WHERE w.status = 'Queued' AND w.created_at < generations.created_at)
          AND (fallbacks IS NOT NULL OR provider NOT IN (SELECT p.provider FROM provider_pauses AS p WHERE p.until > {{dialect.Now}}))
        RETURNING started_at AS "StartedAt", lease_until AS "LeaseUntil"
        """;

    /// <summary>
    /// Puts a generation back. Parameters: 0 id, 1 attempt, 2 delay in milliseconds, 3 attempts given back (0 or 1), 4 what the attempt
    /// cost at its provider. Not when the customer wants it stopped: then it is to end, not to run again.
    /// </summary>
    public string Requeue { get; } = $$"""
        UPDATE generations
        SET status = 'Queued', run_at = {{dialect.After("{2}")}}, attempt = attempt - {3}, cost_micros = cost_micros + {4},
            started_at = CASE WHEN attempt = {3} THEN NULL ELSE started_at END, node = NULL, lease_until = NULL, version = version + 1
        WHERE id = {0} AND attempt = {1} AND status = 'Running' AND NOT cancel_requested
        """;

    /// <summary>
    /// Puts back what dead workers left, unless it is spent: out of attempts, or for the third time the worker died of it, or unwanted.
    /// Parameter: 0 whether all workers are known to be dead, whatever their leases say.
    /// </summary>
    public string RequeueExpired { get; } = $$"""
        UPDATE generations
        SET status = 'Queued', run_at = {{dialect.Now}}, crash_count = crash_count + 1, node = NULL, lease_until = NULL, version = version + 1
        WHERE {{Expired(dialect)}} AND NOT {{Spent}}
        """;

    /// <summary>What dead workers left and what is spent. Parameter: 0 as above.</summary>
    public string FindSpent { get; } = $$"""
        SELECT id AS "Id", attempt AS "Attempt", cancel_requested AS "IsCanceled" FROM generations
        WHERE {{Expired(dialect)}} AND {{Spent}}
        """;

    /// <summary>
    /// Renews the leases of one node's generations in one statement and says which it still has. <paramref name="count"/> pairs of
    /// parameters <c>@id0, @attempt0, …</c>, and <c>@node</c> and <c>@lease</c>.
    /// </summary>
    public string Heartbeat(int count) => $$"""
        UPDATE generations SET lease_until = {{dialect.After("@lease")}}
        WHERE status = 'Running' AND node = @node AND ({{string.Join(" OR ", Enumerable.Range(0, count).Select(i => $"(id = @id{i} AND attempt = @attempt{i})"))}})
        RETURNING id, cancel_requested
        """;

    private const string Spent = "(attempt >= max_attempts OR crash_count + 1 >= 3 OR cancel_requested)";

    private static string Expired(QueueDialect dialect) => $$"""status = 'Running' AND (lease_until < {{dialect.Now}} OR {0})""";
}
