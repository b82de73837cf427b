using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Webox.Infrastructure.Database;

/// <summary>
/// Settings of every SQLite connection. WAL lets readers go on while one writes; <c>synchronous=FULL</c> keeps what was acknowledged
/// through a power cut. https://www.sqlite.org/pragma.html
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
