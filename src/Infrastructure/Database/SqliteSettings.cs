using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Webox.Infrastructure.Database;

/// <summary>
/// Settings of every SQLite connection. WAL lets readers go on while one writes; <c>synchronous=FULL</c> keeps what was acknowledged
/// through a power cut. They last as long as the native connection, which the pool opens again and again: each gets them once.
/// https://www.sqlite.org/pragma.html
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

    private readonly ConditionalWeakTable<sqlite3, object> _done = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (_done.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        _done.TryAdd(handle, handle);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken)
    {
        // Microsoft.Data.Sqlite does everything at once on the calling thread anyway.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
