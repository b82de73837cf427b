using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Webox.Application.Operations;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Operations;

/// <summary>The one place that makes and changes tables.</summary>
internal static class DatabaseSchema
{
    /// <summary>Applies the migrations that are missing. Several nodes may try at once.</summary>
    /// <exception cref="StartRefusedException">The database cannot hold every text.</exception>
    public static async Task BringUpToDateAsync(WeboxDbContext db, CancellationToken cancellationToken)
    {
        await using var migrations = MigrationsOf(db);
        if (db.Database.IsSqlite())
        {
            await ReleaseLockOfTheDeadAsync(migrations, cancellationToken);
        }
        else
        {
            await RefuseOtherEncodingsAsync(migrations, cancellationToken);
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

    // The encoding of a database is chosen when it is made, and cannot be changed. https://www.postgresql.org/docs/current/multibyte.html
    private static async Task RefuseOtherEncodingsAsync(WeboxDbContext migrations, CancellationToken cancellationToken)
    {
        if (!await migrations.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken))
        {
            return;
        }

        var encoding = await migrations.Database
            .SqlQuery<string>($"SELECT current_setting('server_encoding') AS \"Value\"")
            .SingleAsync(cancellationToken);
        if (encoding != "UTF8")
        {
            throw new StartRefusedException(
                $"WEBOX_DATABASE: The database is encoded in {encoding} and must be in UTF8: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.");
        }
    }

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
