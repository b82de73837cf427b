namespace Webox.GraphQL.Engine.Subscriptions;

/// <summary>
/// Topics of this process. A topic exists as long as somebody is subscribed to it; a message that nobody is there for is
/// gone. The end of a topic is no message, so it is never dropped.
/// </summary>
public sealed class InMemoryTopics(SubscriptionOptions options) : ITopicEventSender, ITopicEventReceiver
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<ITopicSubscriber>> _topics = new(StringComparer.Ordinal);

    /// <summary>Live subscriptions to all topics.</summary>
    public int SubscriberCount
    {
        get
        {
            lock (_gate)
            {
                return _topics.Values.Sum(subscribers => subscribers.Count);
            }
        }
    }

    /// <exception cref="InvalidOperationException">Subscribers of the topic expect messages of another type.</exception>
    public ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var subscriber in SubscribersOf(topicName))
        {
            Expect<TMessage>(topicName, subscriber).Offer(message);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask CompleteAsync(string topicName)
    {
        foreach (var subscriber in SubscribersOf(topicName))
        {
            subscriber.Complete();
        }

        return ValueTask.CompletedTask;
    }

    /// <exception cref="InvalidOperationException">Others are subscribed to the topic for messages of another type.</exception>
    public ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var subscriber = new TopicSubscriber<TMessage>(options.TopicBufferCapacity, left => Remove(topicName, left));
        lock (_gate)
        {
            if (!_topics.TryGetValue(topicName, out var subscribers))
            {
                _topics[topicName] = subscribers = [];
            }

            foreach (var other in subscribers)
            {
                Expect<TMessage>(topicName, other);
            }

            subscribers.Add(subscriber);
        }

        subscriber.EndWith(cancellationToken);
        return new ValueTask<ISourceStream<TMessage>>(subscriber);
    }

    private static TopicSubscriber<TMessage> Expect<TMessage>(string topicName, ITopicSubscriber subscriber) =>
        subscriber as TopicSubscriber<TMessage>
        ?? throw new InvalidOperationException($"Topic \"{topicName}\" does not carry messages of type {typeof(TMessage)}.");

    private ITopicSubscriber[] SubscribersOf(string topicName)
    {
        lock (_gate)
        {
            return _topics.TryGetValue(topicName, out var subscribers) ? [.. subscribers] : [];
        }
    }

    private void Remove(string topicName, ITopicSubscriber subscriber)
    {
        lock (_gate)
        {
            if (_topics.TryGetValue(topicName, out var subscribers) && subscribers.Remove(subscriber) && subscribers.Count == 0)
            {
                _topics.Remove(topicName);
            }
        }
    }
}
