using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Webox.Application.Changes;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Changes;

/// <summary>
/// Level-triggered: a poke, or a second without one, makes this node read the versions of all watched rows in one query, and whoever's
/// row has grown is told. It runs only while somebody watches.
/// </summary>
internal sealed partial class ChangeFeed(
    IDbContextFactory<WeboxDbContext> databases, LocalPokes local, OutgoingPokes outgoing, TimeProvider clock, ILogger<ChangeFeed> log)
    : IChangeFeed, IAsyncDisposable
{
    /// <summary>What a lost poke costs at most.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// From the beginning of a query to the next at least, and twice as long as the query took: what changes in between shares the next,
    /// and a busy database is asked less often. After a rest the first poke is answered at once.
    /// </summary>
    private static readonly TimeSpan PollGap = TimeSpan.FromMilliseconds(5);

    private readonly ConcurrentDictionary<Watcher, bool> _watchers = new();
    private readonly JoinPokes _joined = new();
    private readonly Lock _loopLock = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task? _loop;

    /// <summary>How many rows are watched, for tests and metrics.</summary>
    public int WatcherCount => _watchers.Count;

    public void Signal()
    {
        local.Poke();
        outgoing.Poke();
    }

    public void Signal(ChangeSubject subject, Guid id, long version)
    {
        foreach (var (watcher, _) in _watchers)
        {
            if (watcher.Id == id && watcher.Subject == subject)
            {
                watcher.Offer(version);
            }
        }

        outgoing.Poke();
    }

    public IChangeWatch Watch(ChangeSubject subject, Guid id)
    {
        var watcher = new Watcher(subject, id, gone => _watchers.TryRemove(gone, out _));
        _watchers[watcher] = true;

        // What changed between the watcher's own look and this moment is found by a look of the loop.
        _joined.Poke();
        StartLoop();
        return watcher;
    }

    public async ValueTask DisposeAsync()
    {
        // The container knows this object under two names and disposes it under both.
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        await (_loop ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private void StartLoop()
    {
        lock (_loopLock)
        {
            _loop ??= Task.Run(() => PollWhileWatchedAsync(_stopping.Token));
        }
    }

    private async Task PollWhileWatchedAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next = Task.WhenAny(local.Next, _joined.Next);
            lock (_loopLock)
            {
                if (_watchers.IsEmpty)
                {
                    _loop = null;
                    return;
                }
            }

            var began = clock.GetTimestamp();
            try
            {
                await PollAsync(cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.PollFailed(log, exception);
                next = Task.Delay(PollInterval, clock, cancellationToken);
            }

            var took = clock.GetElapsedTime(began);
            await next.OrAtMostAsync(PollInterval, clock, cancellationToken);
            await clock.RestAsync(began, took * 2 > PollGap ? took * 2 : PollGap, cancellationToken);
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        var watchers = _watchers.Keys.ToLookup(watcher => watcher.Id);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = VersionSql.Query(db, watchers.SelectMany(same => same).Select(watcher => watcher.Subject), [.. watchers.Select(same => same.Key)]);
        foreach (var row in await rows.ToListAsync(cancellationToken))
        {
            foreach (var watcher in watchers[row.Id])
            {
                watcher.Offer(row.Version);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The versions of watched rows could not be read; another try follows in a second")]
        public static partial void PollFailed(ILogger log, Exception exception);
    }

    /// <summary>Somebody began to watch.</summary>
    private sealed class JoinPokes : Pokes;
}
