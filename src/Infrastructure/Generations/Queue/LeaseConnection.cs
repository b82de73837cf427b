using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Generations.Queue;

/// <summary>
/// A connection of its own for renewing leases: when requests have used up the pool, running generations must not lose their
/// leases over it.
/// </summary>
internal sealed class LeaseConnection(IDbContextFactory<WeboxDbContext> databases, QueueOptions options) : IAsyncDisposable
{
    private DbConnection? _connection;
    private QueueSql? _sql;

    /// <summary>Renews the leases of <paramref name="running"/>.</summary>
    /// <returns>Those that are still this node's, and whether their customer wants them stopped.</returns>
    public async Task<IReadOnlyDictionary<Guid, bool>> RenewAsync(
        IReadOnlyList<ClaimedGeneration> running, CancellationToken cancellationToken)
    {
        try
        {
            var connection = _connection ??= await OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = _sql!.Heartbeat(running.Count);
            command.CommandTimeout = Math.Max(1, (int)(options.Lease.TotalSeconds / 3));
            Add(command, "@node", options.Node);
            Add(command, "@lease", options.Lease.TotalMilliseconds);
            for (var i = 0; i < running.Count; i++)
            {
                Add(command, $"@id{i}", running[i].Id);
                Add(command, $"@attempt{i}", running[i].Attempt);
            }

            var owned = new Dictionary<Guid, bool>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                owned[reader.GetGuid(0)] = reader.GetBoolean(1);
            }

            return owned;
        }
        catch (DbException)
        {
            // It may be dead: the next renewal opens another.
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var connectionString = db.Database.GetConnectionString()!;
        _sql = new QueueSql(QueueDialect.Of(db.Database));
        DbConnection connection = db.Database.IsNpgsql()
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = "webox leases" }.ConnectionString)
            : new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
