namespace Webox.Infrastructure.Database.Migrations;

/// <summary>
/// The ledger of money is only ever added to; the database refuses everything else. SQLite rebuilds a table to change it, and the
/// triggers go with the old one: a migration that changes payment_events must add them again at its end.
/// </summary>
internal static class AppendOnlySql
{
    public const string SqliteUp =
        """
        CREATE TRIGGER payment_events_no_update BEFORE UPDATE ON payment_events
        BEGIN SELECT RAISE(ABORT, 'payment_events is append-only'); END;

        CREATE TRIGGER payment_events_no_delete BEFORE DELETE ON payment_events
        BEGIN SELECT RAISE(ABORT, 'payment_events is append-only'); END;
        """;

    public const string SqliteDown = "DROP TRIGGER payment_events_no_update; DROP TRIGGER payment_events_no_delete;";

    public const string PostgresUp =
        """
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;

        CREATE TRIGGER payment_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_events
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """;

    public const string PostgresDown = "DROP TRIGGER payment_events_append_only ON payment_events; DROP FUNCTION refuse_change();";
}
