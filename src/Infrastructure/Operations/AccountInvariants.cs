using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Operations;

/// <summary>What must be true of accounts and of people who left, at every commit, whatever crashed.</summary>
internal static class AccountInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("A1", "An account belongs to a customer who has not left, and a session to somebody with an account.",
            """
            SELECT CAST(a.id AS text) FROM accounts a
            WHERE NOT EXISTS (SELECT 1 FROM customers c WHERE c.id = a.id AND c.deleted_at IS NULL)
            UNION ALL
            SELECT CAST(s.id AS text) FROM sessions s WHERE EXISTS (SELECT 1 FROM customers c WHERE c.id = s.customer_id AND c.deleted_at IS NOT NULL)
            """),
        new("A2", "Of somebody whose erasure is finished nothing is left but what the books need, and no credits.",
            """
            SELECT CAST(c.id AS text) FROM customers c
            WHERE c.erased_at IS NOT NULL
              AND (c.deleted_at IS NULL OR c.role <> 'Customer' OR c.search_text <> ''
                   OR EXISTS (SELECT 1 FROM credit_accounts a WHERE a.customer_id = c.id AND (a.available <> 0 OR a.reserved <> 0))
                   OR EXISTS (SELECT 1 FROM generations g WHERE g.customer_id = c.id AND g.deleted_at IS NULL)
                   OR EXISTS (SELECT 1 FROM conversations x WHERE x.customer_id = c.id)
                   OR EXISTS (SELECT 1 FROM prompts x WHERE x.customer_id = c.id)
                   OR EXISTS (SELECT 1 FROM uploads x WHERE x.customer_id = c.id)
                   OR EXISTS (SELECT 1 FROM reviews x WHERE x.customer_id = c.id)
                   OR EXISTS (SELECT 1 FROM wishlist_items x WHERE x.customer_id = c.id)
                   OR EXISTS (SELECT 1 FROM carts x WHERE x.customer_id = c.id AND x.status <> 'Ordered'))
            """),
    ];

    public static IServiceCollection AddAccountInvariants(this IServiceCollection services)
    {
        foreach (var invariant in All)
        {
            services.AddSingleton(invariant);
        }

        return services;
    }
}
