using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>
/// Reads generations for those who watch them here. However many watch one, a change of it is read once. A reading is shared and must
/// not be changed.
/// </summary>
public sealed class WatchedGenerations(IWeboxDbFactory databases, TimeProvider clock)
{
    private readonly ConcurrentDictionary<GenerationId, Shared> _shared = new();

    /// <summary>From now on, until the returned value is disposed.</summary>
    /// <param name="present">What the watcher has read itself.</param>
    public Watch Open(WatchedGeneration present)
    {
        var id = present.Generation.Id;
        while (true)
        {
            var shared = _shared.GetOrAdd(id, key => new Shared(key, databases, clock));
            if (shared.TryEnter(present))
            {
                return new Watch(this, shared);
            }

            // Its last watcher is just leaving with it.
            _shared.TryRemove(new(id, shared));
        }
    }

    /// <summary>
    /// A worker of this process has written. Where the state that it wrote upon is known here, what the row has become is known without
    /// reading it again.
    /// </summary>
    /// <param name="version">Of the row since.</param>
    /// <param name="text">What was appended.</param>
    public void Advance(GenerationId id, long version, string text, int progress)
    {
        if (_shared.TryGetValue(id, out var shared))
        {
            shared.Advance(version, text, progress);
        }
    }

    /// <summary>One watcher's access to the readings.</summary>
    public readonly struct Watch : IDisposable
    {
        private readonly WatchedGenerations _all;
        private readonly Shared _shared;

        internal Watch(WatchedGenerations all, Shared shared) => (_all, _shared) = (all, shared);

        /// <summary>The generation as it is at <paramref name="version"/> or later. Null when it is gone.</summary>
        public Task<WatchedGeneration?> ReadAsync(long version, CancellationToken cancellationToken) =>
            _shared.ReadAsync(version, cancellationToken);

        /// <summary>The generation as it was at most <paramref name="age"/> ago. Null when it is gone.</summary>
        public Task<WatchedGeneration?> ReadAsync(TimeSpan age, CancellationToken cancellationToken) =>
            _shared.ReadAsync(age, cancellationToken);

        public void Dispose()
        {
            if (_shared.LeaveAsLast())
            {
                _all._shared.TryRemove(new(_shared.Id, _shared));
            }
        }
    }

    internal sealed class Shared(GenerationId id, IWeboxDbFactory databases, TimeProvider clock)
    {
        private readonly Lock _lock = new();
        private int _watchers;
        private WatchedGeneration? _known;
        private Task<WatchedGeneration?>? _reading;
        private long _began;
        private long _wanted;

        public GenerationId Id => id;

        public bool TryEnter(WatchedGeneration present)
        {
            lock (_lock)
            {
                if (_watchers < 0)
                {
                    return false;
                }

                _watchers++;
                Know(present);
                return true;
            }
        }

        public void Advance(long version, string text, int progress)
        {
            lock (_lock)
            {
                if (_known?.Generation is { } generation && generation.Version == version - 1)
                {
                    Know(new(generation.Advanced(text, progress), QueuePosition: null));
                }
            }
        }

        public bool LeaveAsLast()
        {
            lock (_lock)
            {
                if (--_watchers > 0)
                {
                    return false;
                }

                _watchers = -1;
                return true;
            }
        }

        public Task<WatchedGeneration?> ReadAsync(long version, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                if (_known?.Generation.Version >= version)
                {
                    return Task.FromResult<WatchedGeneration?>(_known);
                }

                // What began to be read after this version was seen shows it.
                return (_reading is { IsFaulted: false } && _wanted >= version ? _reading : Begin(version)).WaitAsync(cancellationToken);
            }
        }

        public Task<WatchedGeneration?> ReadAsync(TimeSpan age, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                var isFresh = _reading is { IsFaulted: false } && clock.GetElapsedTime(_began) <= age;
                return (isFresh ? _reading! : Begin(_wanted)).WaitAsync(cancellationToken);
            }
        }

        private void Know(WatchedGeneration generation)
        {
            if (_known is null || generation.Generation.Version > _known.Generation.Version)
            {
                _known = generation;
            }
        }

        private Task<WatchedGeneration?> Begin(long version)
        {
            _began = clock.GetTimestamp();
            _wanted = version;
            return _reading = ReadAsync();
        }

        private async Task<WatchedGeneration?> ReadAsync()
        {
            // Whoever asked first may leave: the others still want it.
            await using var db = databases.Open();
            if (await db.Generations.AsNoTracking().FirstOrDefaultAsync(g => g.Id == id, CancellationToken.None) is not { } generation)
            {
                return null;
            }

            var read = await db.WithPositionAsync(generation, CancellationToken.None);
            lock (_lock)
            {
                Know(read);
            }

            return read;
        }
    }
}

/// <param name="QueuePosition">Null when it does not wait.</param>
public sealed record WatchedGeneration(Generation Generation, int? QueuePosition);
