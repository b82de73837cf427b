using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Webox.Infrastructure.Generations.Queue;

/// <summary>What the two databases say differently. Time that decides who owns a row is always the database's own.</summary>
/// <param name="Now">The moment of the statement.</param>
/// <param name="NowPlus">The moment that many milliseconds later; <c>{0}</c> is the place of the number.</param>
/// <param name="SkipLocked">Passes over rows that another node is taking at this moment.</param>
internal sealed record QueueDialect(string Now, string NowPlus, string SkipLocked)
{
    public static readonly QueueDialect Postgres = new(
        "clock_timestamp()",
        "clock_timestamp() + {0} * interval '1 millisecond'",
        "FOR UPDATE OF g SKIP LOCKED");

    // The format in which EF Core stores times as text; text of this form sorts by time. One writer at a time needs no row locks.
    public static readonly QueueDialect Sqlite = new(
        "strftime('%Y-%m-%d %H:%M:%f', 'now')",
        "strftime('%Y-%m-%d %H:%M:%f', 'now', ({0} / 1000.0) || ' seconds')",
        "");

    public static QueueDialect Of(DatabaseFacade database) => database.IsNpgsql() ? Postgres : Sqlite;

    public string After(string milliseconds) => NowPlus.Replace("{0}", milliseconds, StringComparison.Ordinal);
}
