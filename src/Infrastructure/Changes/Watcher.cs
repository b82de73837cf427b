using System.Threading.Channels;
using Webox.Application.Changes;

namespace Webox.Infrastructure.Changes;

/// <summary>Holds at most one version that was not read yet, so a slow one costs no memory.</summary>
internal sealed class Watcher(ChangeSubject subject, Guid id, Action<Watcher> leave) : IChangeWatch
{
    private readonly Channel<long> _versions = Channel.CreateBounded<long>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly Lock _lock = new();
    private long _latest;

    public ChangeSubject Subject { get; } = subject;

    public Guid Id { get; } = id;

    /// <summary>Passes on a version that is newer than all before.</summary>
    public void Offer(long version)
    {
        lock (_lock)
        {
            if (version > _latest)
            {
                _latest = version;
                _versions.Writer.TryWrite(version);
            }
        }
    }

    public async Task<long> NextAsync(long seen, CancellationToken cancellationToken)
    {
        long version;
        do
        {
            version = await _versions.Reader.ReadAsync(cancellationToken);
        }
        while (version <= seen);

        return version;
    }

    public void Dispose() => leave(this);
}
