using Microsoft.EntityFrameworkCore;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Database;

public sealed class SqliteSettingsTests
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")] // FULL
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "5000")]
    public async Task Every_connection_has_them(string pragma, string value)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        await using var db = (WeboxDbContext)webox.OpenDb();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        Assert.Equal(value, $"{await command.ExecuteScalarAsync()}");
    }
}
