namespace Webox.GraphQL.Engine.Subscriptions;

public sealed class SubscriptionOptions
{
    /// <summary>Messages kept for a subscriber that is slow to read; the oldest goes when there is one more. Default: 64.</summary>
    public int TopicBufferCapacity { get; set; } = 64;
}
