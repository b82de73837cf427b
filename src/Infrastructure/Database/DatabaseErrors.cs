using Microsoft.Data.Sqlite;
using Npgsql;

namespace Webox.Infrastructure.Database;

/// <summary>What an exception of either database means.</summary>
internal static class DatabaseErrors
{
    private const int SqliteBusy = 5;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;

    /// <summary>The transaction was rolled back for the sake of others; the same again may well succeed.</summary>
    public static bool IsTransient(this Exception error) => Causes(error).Any(cause => cause switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable,
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy,
        _ => false,
    });

    /// <summary>A unique index or primary key refused a row.</summary>
    public static bool IsDuplicate(this Exception error) => Causes(error).Any(cause => cause switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteConstraintPrimaryKey or SqliteConstraintUnique,
        _ => false,
    });

    /// <summary>
    /// A foreign key refused a row without the one it refers to, or to let one go that others refer to. Never of SQLite: one writes at a time
    /// there, so no rival comes between looking and writing.
    /// </summary>
    public static bool IsOrphan(this Exception error) => Causes(error).Any(
        cause => cause is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation });

    private static IEnumerable<Exception> Causes(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }
}
