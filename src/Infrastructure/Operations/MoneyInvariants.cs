using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Operations;

/// <summary>What must be true of money, stock and orders at every commit, whatever crashed.</summary>
internal static class MoneyInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("M1", "Every amount has an ISO 4217 currency.",
            """
            SELECT 'product ' || CAST(id AS text) FROM products WHERE length(currency) <> 3 OR currency <> upper(currency)
            UNION ALL SELECT 'order ' || number FROM orders WHERE length(currency) <> 3 OR currency <> upper(currency)
            UNION ALL SELECT 'order line ' || CAST(l.id AS text) FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE l.currency <> o.currency
            UNION ALL SELECT 'payment ' || CAST(p.id AS text) FROM payment_intents p JOIN orders o ON o.id = p.order_id WHERE p.currency <> o.currency
            UNION ALL SELECT 'event ' || provider_object FROM payment_events WHERE length(currency) <> 3 OR currency <> upper(currency)
            """),
        new("M2", "An order's total is the sum of its lines, less the discount, plus shipping, plus the tax on all that, rounded half up once.",
            """
            SELECT number FROM orders o
            WHERE subtotal_minor_units <> (SELECT COALESCE(SUM(l.unit_price_minor_units * l.quantity), 0) FROM order_lines l WHERE l.order_id = o.id)
               OR total_minor_units <> subtotal_minor_units - discount_minor_units + shipping_minor_units + tax_minor_units
               OR tax_minor_units <> ((subtotal_minor_units - discount_minor_units + shipping_minor_units) * tax_basis_points + 5000) / 10000
               OR discount_minor_units < 0 OR shipping_minor_units < 0 OR tax_minor_units < 0
            """),
        new("M3", "What an order was paid and refunded is the sum of its payment events, and its status follows from them.",
            """
            SELECT number FROM orders o
            WHERE paid_minor_units <> (SELECT COALESCE(SUM(e.amount_minor_units), 0) FROM payment_events e WHERE e.order_id = o.id AND e.kind = 'Captured' AND e.currency = o.currency)
               OR refunded_minor_units <> (SELECT COALESCE(SUM(e.amount_minor_units), 0) FROM payment_events e WHERE e.order_id = o.id AND e.kind = 'Refunded' AND e.currency = o.currency)
               OR (refunded_minor_units > paid_minor_units AND status <> 'InReview')
               OR (paid_minor_units = 0 AND refunded_minor_units = 0 AND status NOT IN ('AwaitingPayment', 'Canceled', 'Expired', 'InReview'))
               OR (paid_minor_units > 0 AND status IN ('AwaitingPayment', 'Canceled', 'Expired'))
               OR (status = 'Refunded' AND refunded_minor_units <> paid_minor_units)
               OR (status IN ('Canceled', 'Expired') AND status <> closure)
               OR (status = 'AwaitingPayment' AND closure <> 'None')
            """),
        new("M4", "An order is paid only by exactly its total in its own currency.",
            """
            SELECT number FROM orders o
            WHERE status IN ('Paid', 'Fulfilled', 'PartiallyRefunded')
              AND (paid_minor_units <> total_minor_units OR closure <> 'None' OR paid_at IS NULL
                   OR EXISTS (SELECT 1 FROM payment_events e WHERE e.order_id = o.id AND e.kind IN ('Captured', 'Refunded') AND e.currency <> o.currency))
            """),
        new("M5", "A customer has one payment for each idempotency key, of its order's total, and it remembers the request.",
            """
            SELECT CAST(p.id AS text) FROM payment_intents p JOIN orders o ON o.id = p.order_id
            WHERE length(p.request_hash) <> 64 OR length(p.idempotency_key) = 0 OR p.amount_minor_units <> o.total_minor_units
               OR EXISTS (SELECT 1 FROM payment_intents q WHERE q.idempotency_scope = p.idempotency_scope AND q.idempotency_key = p.idempotency_key AND q.id <> p.id)
            """),
        new("M6", "A cart becomes at most one order, and is frozen exactly when it did.",
            """
            SELECT CAST(c.id AS text) FROM carts c
            WHERE (c.status = 'Ordered') <> ((SELECT COUNT(*) FROM orders o WHERE o.cart_id = c.id) = 1)
               OR (SELECT COUNT(*) FROM orders o WHERE o.cart_id = c.id) > 1
            """),
        new("M7", "Every applied message about money left its event, and every event came from an applied message.",
            """
            SELECT m.event_id FROM payment_inbox m
            WHERE m.applied_at IS NOT NULL AND m.kind IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM payment_events e WHERE e.provider = m.provider AND e.provider_object = m.provider_object AND e.kind = m.kind)
            UNION ALL
            SELECT e.provider_object FROM payment_events e
            WHERE NOT EXISTS (SELECT 1 FROM payment_inbox m WHERE m.provider = e.provider AND m.provider_object = e.provider_object AND m.kind = e.kind AND m.applied_at IS NOT NULL)
            """),
        new("M8", "Everything ever put on the shelf is on it or in an order that was not closed.",
            """
            SELECT p.slug FROM products p
            WHERE p.stock IS NOT NULL
              AND (p.stock < 0 OR p.stock_received <> p.stock + (
                  SELECT COALESCE(SUM(l.quantity), 0) FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE l.product_id = p.id AND o.closure = 'None'))
            """),
        new("M9", "Money moved only for a payment that was written down before its provider was called.",
            """
            SELECT e.provider_object FROM payment_events e JOIN payment_intents p ON p.id = e.payment_id
            WHERE p.provider <> e.provider OR p.order_id <> e.order_id OR p.provider_reference IS NULL
            """),
    ];

    public static IServiceCollection AddMoneyInvariants(this IServiceCollection services)
    {
        foreach (var invariant in All)
        {
            services.AddSingleton(invariant);
        }

        return services;
    }
}
