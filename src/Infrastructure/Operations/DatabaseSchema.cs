using Microsoft.EntityFrameworkCore;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Operations;

/// <summary>The one place that makes and changes tables.</summary>
internal static class DatabaseSchema
{
    /// <summary>Applies the migrations that are missing. Several nodes may try at once.</summary>
    public static async Task BringUpToDateAsync(WeboxDbContext db, CancellationToken cancellationToken)
    {
        await using var migrations = MigrationsOf(db);
        if (db.Database.IsSqlite())
        {
            await ReleaseLockOfTheDeadAsync(migrations, cancellationToken);
        }

        await migrations.Database.MigrateAsync(cancellationToken);
    }

    public static async Task<bool> IsUpToDateAsync(WeboxDbContext db, CancellationToken cancellationToken)
    {
        await using var migrations = MigrationsOf(db);
        return !(await migrations.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }

    private static WeboxDbContext MigrationsOf(WeboxDbContext db) => db.Database.IsSqlite()
        ? SqliteMigrationContext.For(db.Database.GetConnectionString())
        : PostgresMigrationContext.For(db.Database.GetConnectionString());

    /// <summary>
    /// EF Core's lock on SQLite is a row, which a process killed while migrating leaves behind, and the next would wait for ever. This
    /// process alone holds the file, so whoever left the row is gone.
    /// </summary>
    private static async Task ReleaseLockOfTheDeadAsync(WeboxDbContext migrations, CancellationToken cancellationToken)
    {
        var exists = await migrations.Database
            .SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (exists > 0)
        {
            await migrations.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }
    }
}
