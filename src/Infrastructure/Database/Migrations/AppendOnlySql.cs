namespace Webox.Infrastructure.Database.Migrations;

/// <summary>
/// Some tables are only ever added to; the database refuses everything else. SQLite rebuilds a table to change it, and the triggers go
/// with the old one: a migration that changes such a table must add them again at its end.
/// </summary>
internal static class AppendOnlySql
{
    public const string PostgresFunctionUp =
        """
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
        """;

    public const string PostgresFunctionDown = "DROP FUNCTION refuse_change();";

    public static string SqliteUp(string table) =>
        $"""
        CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;

        CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
        """;

    public static string SqliteDown(string table) => $"DROP TRIGGER {table}_no_update; DROP TRIGGER {table}_no_delete;";

    public static string PostgresUp(string table) =>
        $"""
        CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """;

    public static string PostgresDown(string table) => $"DROP TRIGGER {table}_append_only ON {table};";
}
