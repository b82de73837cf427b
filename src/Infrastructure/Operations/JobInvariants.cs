using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Operations;

/// <summary>What must be true of generations and credits at every commit, whatever crashed.</summary>
internal static class JobInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("J1", "A generation is waiting, running under a lease, or ended for good with a moment and a price.",
            """
            SELECT CAST(id AS text) FROM generations
            WHERE (status IN ('Succeeded', 'Failed', 'Canceled')) <> (finished_at IS NOT NULL AND credits IS NOT NULL)
               OR (status = 'Running') <> (lease_until IS NOT NULL AND node IS NOT NULL)
               OR (status = 'Failed') <> (failure_code IS NOT NULL)
               OR (status = 'Failed' AND credits <> 0)
            """),
        new("J2", "No generation has more attempts than it may have, and none ran without one.",
            """
            SELECT CAST(id AS text) FROM generations
            WHERE attempt > max_attempts OR attempt < 0 OR crash_count > attempt OR (status IN ('Running', 'Succeeded') AND attempt = 0 AND NOT cached)
            """),
        new("J3", "Credits are held once for each generation, released whole when it ends, and charged for at most what was held.",
            """
            SELECT CAST(g.id AS text) FROM generations g
            WHERE (SELECT COALESCE(SUM(e.amount), 0) FROM credit_entries e WHERE e.generation_id = g.id AND e.kind = 'Reservation') <> -g.credits_held
               OR (SELECT COALESCE(SUM(e.amount), 0) FROM credit_entries e WHERE e.generation_id = g.id AND e.kind = 'Release')
                  <> CASE WHEN g.credits IS NULL THEN 0 ELSE g.credits_held END
               OR (SELECT COALESCE(SUM(e.amount), 0) FROM credit_entries e WHERE e.generation_id = g.id AND e.kind = 'Charge') <> -COALESCE(g.credits, 0)
               OR g.credits > g.credits_held
            UNION ALL
            SELECT 'entry ' || CAST(e.id AS text) FROM credit_entries e
            WHERE e.generation_id IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM generations g WHERE g.id = e.generation_id AND g.customer_id = e.customer_id)
            UNION ALL
            SELECT 'customer ' || CAST(e.customer_id AS text) FROM credit_entries e
            WHERE NOT EXISTS (SELECT 1 FROM credit_accounts a WHERE a.customer_id = e.customer_id)
            UNION ALL
            SELECT 'customer ' || CAST(a.customer_id AS text) FROM credit_accounts a
            WHERE a.available < 0 OR a.reserved < 0
               OR a.available <> (SELECT COALESCE(SUM(e.amount), 0) FROM credit_entries e WHERE e.customer_id = a.customer_id)
               OR a.reserved <> (SELECT COALESCE(SUM(g.credits_held), 0) FROM generations g WHERE g.customer_id = a.customer_id AND g.credits IS NULL)
            """),
        new("J8", "An image, a video or a sound that succeeded has its artifacts, with hash and length, and nothing else has any.",
            """
            SELECT CAST(g.id AS text) FROM generations g
            WHERE g.deleted_at IS NULL AND (g.kind <> 'Text' AND g.status = 'Succeeded') <> EXISTS (SELECT 1 FROM generation_artifacts a WHERE a.generation_id = g.id)
            UNION ALL
            SELECT CAST(a.generation_id AS text) FROM generation_artifacts a WHERE length(a.sha256) <> 64 OR a.bytes <= 0
            """),
    ];

    public static IServiceCollection AddJobInvariants(this IServiceCollection services)
    {
        foreach (var invariant in All)
        {
            services.AddSingleton(invariant);
        }

        return services;
    }
}
