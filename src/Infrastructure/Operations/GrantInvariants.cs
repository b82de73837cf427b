using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Operations;

/// <summary>What must be true of the free plan at every commit, whatever crashed.</summary>
internal static class GrantInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("G1", "A customer is given a month's credits once, and no more of them expire than were given.",
            """
            SELECT CAST(e.id AS text) FROM credit_entries e
            WHERE (e.kind IN ('Grant', 'Expiry')) <> (e.month IS NOT NULL)
               OR (e.kind = 'Grant' AND e.amount <= 0)
               OR (e.kind = 'Grant' AND EXISTS (
                    SELECT 1 FROM credit_entries f WHERE f.customer_id = e.customer_id AND f.kind = 'Grant' AND f.month = e.month AND f.id <> e.id))
               OR (e.kind = 'Expiry' AND NOT EXISTS (
                    SELECT 1 FROM credit_entries g WHERE g.customer_id = e.customer_id AND g.kind = 'Grant' AND g.month = e.month
                      AND e.amount < 0 AND -e.amount <= g.amount))
            """),
    ];

    public static IServiceCollection AddGrantInvariants(this IServiceCollection services)
    {
        foreach (var invariant in All)
        {
            services.AddSingleton(invariant);
        }

        return services;
    }
}
