using System.Threading.Channels;

namespace Webox.GraphQL.Engine.Subscriptions;

/// <summary>A subscriber whatever the type of its messages.</summary>
internal interface ITopicSubscriber
{
    /// <summary>There will be no more messages. Those that wait are still read.</summary>
    void Complete();
}

/// <summary>The messages that wait for one subscriber.</summary>
internal sealed class TopicSubscriber<TMessage>(int capacity, Action<ITopicSubscriber> leave) : ISourceStream<TMessage>, ITopicSubscriber
{
    private readonly Channel<TMessage> _messages = Channel.CreateBounded<TMessage>(new BoundedChannelOptions(capacity)
    {
        FullMode = BoundedChannelFullMode.DropOldest,
        SingleReader = true,
    });

    private CancellationTokenRegistration _end;

    /// <summary>Leaves the topic when the token is canceled, even if nobody has begun to read.</summary>
    public void EndWith(CancellationToken cancellationToken) =>
        _end = cancellationToken.UnsafeRegister(static state => ((TopicSubscriber<TMessage>)state!).Complete(), this);

    /// <summary>Takes a message; never waits.</summary>
    public void Offer(TMessage message) => _messages.Writer.TryWrite(message);

    public void Complete()
    {
        leave(this);
        _messages.Writer.TryComplete();
    }

    public IAsyncEnumerable<TMessage> ReadEventsAsync() => _messages.Reader.ReadAllAsync();

    public ValueTask DisposeAsync()
    {
        Complete();
        return _end.DisposeAsync();
    }
}
