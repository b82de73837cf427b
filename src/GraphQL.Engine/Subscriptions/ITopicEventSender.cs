namespace Webox.GraphQL.Engine.Subscriptions;

/// <summary>Publishes to the topics of this process.</summary>
public interface ITopicEventSender
{
    /// <summary>Never waits for a slow subscriber; its oldest unread message is dropped.</summary>
    ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default);

    /// <summary>Ends every subscription to the topic.</summary>
    ValueTask CompleteAsync(string topicName);
}

/// <summary>Subscribes to the topics of this process.</summary>
public interface ITopicEventReceiver
{
    /// <param name="cancellationToken">Ends the subscription.</param>
    ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default);
}

/// <summary>Messages of one topic for one subscriber, from the moment of subscribing.</summary>
public interface ISourceStream<TMessage> : IAsyncDisposable
{
    IAsyncEnumerable<TMessage> ReadEventsAsync();
}
