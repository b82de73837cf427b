using Microsoft.EntityFrameworkCore;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Operations;

/// <summary>The one place that makes and changes tables.</summary>
internal static class DatabaseSchema
{
    /// <summary>Applies the migrations. A build without any makes the tables of the model at once.</summary>
    public static async Task BringUpToDateAsync(WeboxDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.GetMigrations().Any())
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
        else
        {
            await db.Database.EnsureCreatedAsync(cancellationToken);
        }
    }
}
