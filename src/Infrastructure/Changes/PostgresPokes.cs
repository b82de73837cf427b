using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Webox.Infrastructure.Changes;

/// <summary>
/// Carries pokes between nodes by LISTEN and NOTIFY, each on a connection of its own. A notification is empty: what happened is in the rows.
/// NOTIFY takes a global lock until its transaction is on disk, so it never stands in a transaction of the business, does not wait for the
/// disk, and is sent at most every 20 milliseconds. https://www.postgresql.org/docs/current/sql-notify.html
/// </summary>
internal sealed partial class PostgresPokes(
    string connectionString, LocalPokes local, WorkPokes work, OutgoingPokes outgoing, TimeProvider clock, ILogger<PostgresPokes> log) : BackgroundService
{
    private const string Channel = "webox_changes";

    private static readonly TimeSpan NotifyInterval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromMilliseconds(500);

    // The server process of our own notifications: everybody here has been poked already when they come back.
    private int _notifier;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(KeepAsync(ListenAsync, stoppingToken), KeepAsync(NotifyAsync, stoppingToken));

    private async Task KeepAsync(Func<NpgsqlConnection, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(Dedicated(connectionString));
                await connection.OpenAsync(cancellationToken);
                await work(connection, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is DbException or IOException or TimeoutException)
            {
                Log.ConnectionLost(log, exception);
                await Task.Delay(ReconnectDelay, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        connection.Notification += (_, notification) =>
        {
            if (notification.PID != Volatile.Read(ref _notifier))
            {
                local.Poke();
                work.Poke();
            }
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        // What was notified while nobody listened is lost: everybody looks once.
        local.Poke();
        work.Poke();
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    private async Task NotifyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _notifier, connection.ProcessID);
        await using var notify = new NpgsqlCommand($"NOTIFY {Channel}", connection);
        while (true)
        {
            var next = outgoing.Next;
            await notify.ExecuteNonQueryAsync(cancellationToken);
            await Task.Delay(NotifyInterval, clock, cancellationToken);
            await next.WaitAsync(cancellationToken);
        }
    }

    private static string Dedicated(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        Pooling = false,
        KeepAlive = 10,
        Options = "-c synchronous_commit=off",
        ApplicationName = "webox pokes",
    }.ConnectionString;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A connection for pokes was lost; until it is back, changes of other nodes are seen within a second")]
        public static partial void ConnectionLost(ILogger log, Exception exception);
    }
}
