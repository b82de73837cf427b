namespace Webox.Infrastructure.Database.Migrations.Sql;

/// <summary>
/// Triggers that number what happens to a customer's orders, payments and generations. They see every writer, so none can forget. On
/// PostgreSQL they run at the commit: the row that numbers is the last one a transaction locks, and cannot be part of a deadlock.
/// SQLite rebuilds a table to change it, and its triggers go with the old one: a migration that changes <c>orders</c>,
/// <c>payment_intents</c> or <c>generations</c> runs <see cref="SqliteDown"/> first and <see cref="SqliteUp"/> at its end.
/// </summary>
internal static class ActivitySql
{
    private static readonly Source[] Sources =
    [
        // An order's version grows with everything that is shown of it, its payments included.
        new("orders", "Order", "version", "NEW.customer_id"),
        new("payment_intents", "Payment", "status", "(SELECT o.customer_id FROM orders o WHERE o.id = NEW.order_id)"),
        new("generations", "Generation", "status", "NEW.customer_id"),
    ];

    public static string PostgresUp { get; } =
        """
        CREATE FUNCTION number_activity(customer uuid, kind text, subject uuid) RETURNS void LANGUAGE sql AS
        $$
        WITH feed AS (
            INSERT INTO activity_feeds (customer_id, last_sequence) SELECT customer, 1 WHERE customer IS NOT NULL
            ON CONFLICT (customer_id) DO UPDATE SET last_sequence = activity_feeds.last_sequence + 1
            RETURNING last_sequence)
        INSERT INTO activities (customer_id, sequence, at, kind, subject_id)
        SELECT customer, last_sequence, clock_timestamp(), kind, subject FROM feed;
        $$;
        """ + string.Concat(Sources.Select(source =>
        $"""

        CREATE FUNCTION {source.Table}_activity() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM number_activity({source.Customer}, '{source.Kind}', NEW.id); RETURN NULL; END $$;

        CREATE CONSTRAINT TRIGGER {source.Table}_activity_insert AFTER INSERT ON {source.Table}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {source.Table}_activity();

        CREATE CONSTRAINT TRIGGER {source.Table}_activity_update AFTER UPDATE ON {source.Table}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.{source.Column} IS DISTINCT FROM NEW.{source.Column})
        EXECUTE FUNCTION {source.Table}_activity();
        """));

    public static string PostgresDown { get; } = string.Concat(Sources.Select(source =>
        $"""
        DROP TRIGGER {source.Table}_activity_insert ON {source.Table};
        DROP TRIGGER {source.Table}_activity_update ON {source.Table};
        DROP FUNCTION {source.Table}_activity();

        """)) + "DROP FUNCTION number_activity(uuid, text, uuid);";

    public static string SqliteUp { get; } = string.Concat(Sources.SelectMany(source => new[]
    {
        SqliteTrigger(source, "insert", "AFTER INSERT", $"{source.Customer} IS NOT NULL"),
        SqliteTrigger(source, "update", "AFTER UPDATE", $"OLD.{source.Column} <> NEW.{source.Column} AND {source.Customer} IS NOT NULL"),
    }));

    public static string SqliteDown { get; } = string.Concat(Sources.Select(source =>
        $"DROP TRIGGER IF EXISTS {source.Table}_activity_insert; DROP TRIGGER IF EXISTS {source.Table}_activity_update;\n"));

    private static string SqliteTrigger(Source source, string name, string moment, string condition) =>
        $"""
        CREATE TRIGGER {source.Table}_activity_{name} {moment} ON {source.Table} WHEN {condition}
        BEGIN
            INSERT INTO activity_feeds (customer_id, last_sequence) VALUES ({source.Customer}, 1)
            ON CONFLICT (customer_id) DO UPDATE SET last_sequence = activity_feeds.last_sequence + 1;
            INSERT INTO activities (customer_id, sequence, at, kind, subject_id)
            SELECT customer_id, last_sequence, strftime('%Y-%m-%d %H:%M:%f', 'now'), '{source.Kind}', NEW.id
            FROM activity_feeds WHERE customer_id = {source.Customer};
        END;

        """;

    /// <param name="Column">A change of it is an activity.</param>
    /// <param name="Customer">Whose activity it is; null for a guest's, which is none.</param>
    private sealed record Source(string Table, string Kind, string Column, string Customer);
}
