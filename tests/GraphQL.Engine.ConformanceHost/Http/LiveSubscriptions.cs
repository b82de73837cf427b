namespace Webox.GraphQL.Engine.ConformanceHost.Http;

/// <summary>Counts the source streams that are open.</summary>
internal sealed class LiveSubscriptions
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Open() => Interlocked.Increment(ref _count);

    public void Close() => Interlocked.Decrement(ref _count);
}
