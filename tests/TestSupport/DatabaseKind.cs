namespace Webox.TestSupport;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
