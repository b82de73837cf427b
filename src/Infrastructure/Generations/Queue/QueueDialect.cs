using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Webox.Infrastructure.Generations.Queue;

/// <summary>What the two databases say differently. Time that decides who owns a row is always the database's own.</summary>
/// <param name="Now">The moment of the statement.</param>
/// <param name="Plus">A moment, that many milliseconds later.</param>
/// <param name="SkipLocked">Passes over rows that another node is taking at this moment.</param>
internal sealed record QueueDialect(string Now, Func<string, string, string> Plus, string SkipLocked)
{
    public static readonly QueueDialect Postgres = new(
        "clock_timestamp()",
        (moment, milliseconds) => $"{moment} + {milliseconds} * interval '1 millisecond'",
        "FOR UPDATE OF g SKIP LOCKED");

    // The format in which EF Core stores times as text; text of this form sorts by time. One writer at a time needs no row locks.
    public static readonly QueueDialect Sqlite = new(
        "strftime('%Y-%m-%d %H:%M:%f', 'now')",
        (moment, milliseconds) => $"strftime('%Y-%m-%d %H:%M:%f', {moment}, ({milliseconds} / 1000.0) || ' seconds')",
        "");

    public static QueueDialect Of(DatabaseFacade database) => database.IsNpgsql() ? Postgres : Sqlite;

    /// <summary>The moment of the statement, that many milliseconds later.</summary>
    public string After(string milliseconds) => Plus(Now, milliseconds);
}
