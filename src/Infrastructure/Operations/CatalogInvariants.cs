using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Operations;

/// <summary>What must be true of products and their reviews at every commit, whatever crashed.</summary>
internal static class CatalogInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("P1", "What a product says of its reviews is the number, sum and average of those that are shown.",
            """
            SELECT slug FROM (
                SELECT slug, review_count, rating_sum, rating_hundredths,
                    (SELECT COUNT(*) FROM reviews r WHERE r.product_id = p.id AND r.hidden_reason IS NULL) AS shown,
                    (SELECT COALESCE(SUM(r.rating), 0) FROM reviews r WHERE r.product_id = p.id AND r.hidden_reason IS NULL) AS total
                FROM products p) q
            WHERE review_count <> shown OR rating_sum <> total
               OR rating_hundredths <> CASE WHEN shown = 0 THEN 0 ELSE (total * 200 + shown) / (shown * 2) END
            """),
        new("P2", "Who reviewed a product has an order with it that was paid.",
            """
            SELECT CAST(r.id AS text) FROM reviews r
            WHERE NOT EXISTS (
                SELECT 1 FROM orders o JOIN order_lines l ON l.order_id = o.id
                WHERE o.customer_id = r.customer_id AND l.product_id = r.product_id AND o.paid_at IS NOT NULL)
            """),
    ];

    public static IServiceCollection AddCatalogInvariants(this IServiceCollection services)
    {
        foreach (var invariant in All)
        {
            services.AddSingleton(invariant);
        }

        return services;
    }
}
