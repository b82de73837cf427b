using Webox.GraphQL.Engine.Subscriptions;

namespace Webox.GraphQL.Engine.Tests.Subscriptions;

public class InMemoryTopicsTests
{
    private readonly InMemoryTopics _topics = new(new SubscriptionOptions());

    [Fact]
    public async Task A_subscriber_gets_the_messages_of_its_topic_from_when_it_subscribed()
    {
        await _topics.SendAsync("a", 1);
        await using var stream = await _topics.SubscribeAsync<int>("a");
        await _topics.SendAsync("a", 2);
        await _topics.SendAsync("b", 3);
        await _topics.SendAsync("a", 4);
        await _topics.CompleteAsync("a");

        Assert.Equal([2, 4], await ReadAsync(stream));
        Assert.Equal(0, _topics.SubscriberCount);
    }

    [Fact]
    public async Task A_slow_subscriber_loses_the_oldest_messages_and_never_the_end()
    {
        await using var slow = await _topics.SubscribeAsync<int>("a");
        await using var other = await _topics.SubscribeAsync<int>("a");
        for (var i = 0; i < 100; i++)
        {
            await _topics.SendAsync("a", i);
        }

        await _topics.CompleteAsync("a");

        Assert.Equal(Enumerable.Range(36, 64), await ReadAsync(slow));
        Assert.Equal(Enumerable.Range(36, 64), await ReadAsync(other));
    }

    [Fact]
    public async Task A_subscriber_that_leaves_is_forgotten_and_its_reader_ends()
    {
        var stream = await _topics.SubscribeAsync<int>("a");
        var reading = ReadAsync(stream);
        await stream.DisposeAsync();

        Assert.Empty(await reading);
        Assert.Equal(0, _topics.SubscriberCount);
    }

    [Fact]
    public async Task A_subscriber_that_is_canceled_before_it_reads_is_forgotten()
    {
        using var cancellation = new CancellationTokenSource();
        await _topics.SubscribeAsync<int>("a", cancellation.Token);
        Assert.Equal(1, _topics.SubscriberCount);
        await cancellation.CancelAsync();

        Assert.Equal(0, _topics.SubscriberCount);
    }

    [Fact]
    public async Task A_topic_carries_messages_of_one_type()
    {
        await using var stream = await _topics.SubscribeAsync<int>("a");

        await Assert.ThrowsAsync<InvalidOperationException>(() => _topics.SendAsync("a", "text").AsTask());
        await Assert.ThrowsAsync<InvalidOperationException>(() => _topics.SubscribeAsync<string>("a").AsTask());
        Assert.Equal(1, _topics.SubscriberCount);
    }

    private static async Task<List<int>> ReadAsync(ISourceStream<int> stream)
    {
        var messages = new List<int>();
        await foreach (var message in stream.ReadEventsAsync())
        {
            messages.Add(message);
        }

        return messages;
    }
}
