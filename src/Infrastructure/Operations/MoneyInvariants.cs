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
        new("M2", "An order's total is the sum of its lines, less the discount, plus shipping, plus the tax on all that, rounded half up once a rate.",
            """
            SELECT number FROM orders o
            WHERE subtotal_minor_units <> (SELECT COALESCE(SUM(l.unit_price_minor_units * l.quantity), 0) FROM order_lines l WHERE l.order_id = o.id)
               OR total_minor_units <> subtotal_minor_units - discount_minor_units + shipping_minor_units + CASE WHEN prices_include_tax THEN 0 ELSE tax_minor_units END
               OR discount_minor_units <> (SELECT COALESCE(SUM(l.discount_minor_units), 0) FROM order_lines l WHERE l.order_id = o.id)
               OR shipping_minor_units <> (SELECT COALESCE(SUM(l.shipping_minor_units), 0) FROM order_lines l WHERE l.order_id = o.id)
               OR tax_minor_units <> (
                    SELECT COALESCE(SUM(CASE WHEN o.prices_include_tax
                        THEN (t.base * t.rate * 2 + 10000 + t.rate) / (2 * (10000 + t.rate))
                        ELSE (t.base * t.rate + 5000) / 10000 END), 0)
                    FROM (
                        SELECT l.tax_basis_points AS rate,
                            CAST(SUM(l.unit_price_minor_units * l.quantity - l.discount_minor_units + l.shipping_minor_units) AS bigint) AS base
                        FROM order_lines l WHERE l.order_id = o.id GROUP BY l.tax_basis_points) t)
               OR discount_minor_units < 0 OR shipping_minor_units < 0 OR tax_minor_units < 0
            """),
        new("M3", "What an order was paid and refunded is the sum of its payment events, and its status follows from them.",
            """
            SELECT number FROM orders o
            WHERE paid_minor_units <> (SELECT COALESCE(SUM(e.amount_minor_units), 0) FROM payment_events e WHERE e.order_id = o.id AND e.kind = 'Captured' AND e.currency = o.currency)
               OR refunded_minor_units <> (SELECT COALESCE(SUM(p.refunded_minor_units), 0) FROM payment_intents p WHERE p.order_id = o.id)
               OR (refunded_minor_units > paid_minor_units AND status <> 'InReview')
               OR (paid_minor_units = 0 AND total_minor_units > 0 AND status NOT IN ('AwaitingPayment', 'Canceled', 'Expired', 'InReview'))
               OR (paid_minor_units > 0 AND status IN ('AwaitingPayment', 'Canceled', 'Expired'))
               OR (status = 'Refunded' AND refunded_minor_units <> paid_minor_units)
               OR (status IN ('Canceled', 'Expired') AND status <> closure)
               OR (status = 'AwaitingPayment' AND closure <> 'None')
            UNION ALL
            SELECT 'payment ' || CAST(p.id AS text) FROM payment_intents p
            WHERE captured_minor_units <> (SELECT COALESCE(SUM(e.amount_minor_units), 0) FROM payment_events e WHERE e.payment_id = p.id AND e.kind = 'Captured' AND e.currency = p.currency)
               OR refunded_minor_units <> (
                    SELECT CASE WHEN s.captures = 0 THEN 0 ELSE CASE WHEN s.singly > s.in_all THEN s.singly ELSE s.in_all END - s.failed + s.charged_back END FROM (
                        SELECT
                            (SELECT COUNT(*) FROM payment_events e WHERE e.payment_id = p.id AND e.kind = 'Captured' AND e.currency = p.currency) AS captures,
                            (SELECT COALESCE(SUM(r.amount), 0) FROM (
                                SELECT MAX(e.amount_minor_units) AS amount FROM payment_events e
                                WHERE e.payment_id = p.id AND e.kind IN ('Refunded', 'RefundFailed') AND e.currency = p.currency
                                  AND NOT EXISTS (SELECT 1 FROM payment_events c WHERE c.provider = e.provider AND c.provider_object = e.provider_object AND c.kind = 'ChargedBack')
                                GROUP BY e.provider_object) r) AS singly,
                            (SELECT COALESCE(MAX(e.amount_minor_units), 0) FROM payment_events e WHERE e.payment_id = p.id AND e.kind = 'RefundTotal' AND e.currency = p.currency) AS in_all,
                            (SELECT COALESCE(SUM(e.amount_minor_units), 0) FROM payment_events e WHERE e.payment_id = p.id AND e.kind = 'RefundFailed' AND e.currency = p.currency) AS failed,
                            (SELECT COALESCE(SUM(e.amount_minor_units), 0) FROM payment_events e WHERE e.payment_id = p.id AND e.kind = 'ChargedBack' AND e.currency = p.currency) AS charged_back) s)
            """),
        new("M4", "An order counts as paid only when exactly its total came and stayed, in its own currency, and nobody contests it.",
            """
            SELECT number FROM orders o
            WHERE (status IN ('Paid', 'Fulfilled') AND paid_minor_units - refunded_minor_units <> total_minor_units)
               OR (status = 'PartiallyRefunded' AND paid_minor_units < total_minor_units)
               OR (status IN ('Paid', 'Fulfilled', 'PartiallyRefunded')
                   AND (closure <> 'None' OR paid_at IS NULL
                        OR EXISTS (SELECT 1 FROM payment_events e WHERE e.order_id = o.id AND e.kind = 'DisputeOpened'
                            AND NOT EXISTS (SELECT 1 FROM payment_events f WHERE f.provider = e.provider AND f.provider_object = e.provider_object AND f.kind IN ('DisputeClosed', 'ChargedBack')))))
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
        new("M7", "Every event came from a message that was applied, about a payment that the message names.",
            """
            SELECT e.provider_object FROM payment_events e
            WHERE NOT EXISTS (SELECT 1 FROM payment_inbox m WHERE m.provider = e.provider AND m.event_id = e.message_id AND m.applied_at IS NOT NULL)
               OR NOT EXISTS (
                    SELECT 1 FROM payment_inbox_references i JOIN payment_references r ON r.provider = i.provider AND r.reference = i.reference
                    WHERE i.provider = e.provider AND i.event_id = e.message_id AND r.payment_id = e.payment_id)
            """),
        new("M8", "Everything ever put on the shelf is on it or in an order that was not closed and did not give it back.",
            """
            SELECT p.slug FROM products p
            WHERE p.stock IS NOT NULL
              AND (p.stock < 0 OR p.stock_received <> p.stock
                  + (SELECT COALESCE(SUM(l.quantity - l.returned_quantity), 0) FROM order_lines l JOIN orders o ON o.id = l.order_id
                     WHERE l.product_id = p.id AND o.closure = 'None')
                  + (SELECT COALESCE(SUM(u.quantity), 0) FROM refund_lines u JOIN refunds r ON r.id = u.refund_id JOIN order_lines l ON l.id = u.order_line_id
                     WHERE l.product_id = p.id AND r.status = 'Pending'))
            """),
        new("M9", "Money moved only for a payment that was written down first, at its own provider, for its own order.",
            """
            SELECT e.provider_object FROM payment_events e JOIN payment_intents p ON p.id = e.payment_id
            WHERE p.provider <> e.provider OR p.order_id <> e.order_id
            UNION ALL
            SELECT r.reference FROM payment_references r JOIN payment_intents p ON p.id = r.payment_id WHERE p.provider <> r.provider
            UNION ALL
            SELECT CAST(p.id AS text) FROM payment_intents p
            WHERE p.provider_reference IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM payment_references r WHERE r.provider = p.provider AND r.reference = p.provider_reference AND r.payment_id = p.id)
            """),
        new("R1", "Refunds that were asked for here never exceed what was captured, and one that succeeded has its event.",
            """
            SELECT 'payment ' || CAST(p.id AS text) FROM payment_intents p
            WHERE p.refunds_asked_minor_units > p.captured_minor_units
               OR p.refunds_asked_minor_units <> (
                    SELECT COALESCE(SUM(r.amount_minor_units), 0) FROM refunds r
                    WHERE r.payment_id = p.id AND r.idempotency_key IS NOT NULL AND r.status <> 'Failed' AND r.currency = p.currency)
            UNION ALL
            SELECT 'refund ' || CAST(r.id AS text) FROM refunds r
            WHERE r.status = 'Succeeded'
              AND NOT EXISTS (SELECT 1 FROM payment_events e WHERE e.payment_id = r.payment_id AND e.provider_object = r.provider_reference AND e.kind IN ('Refunded', 'RefundFailed'))
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
