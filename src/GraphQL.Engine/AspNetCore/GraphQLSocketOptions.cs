using System.ComponentModel.DataAnnotations;

namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>What one WebSocket may cost.</summary>
public sealed record GraphQLSocketOptions
{
    /// <summary>How long a new socket may take to send <c>connection_init</c>; then it is closed with 4408. Default 3 s, 0.1 s to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ConnectionInitializationTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Silence after which the server sends a ping frame. Default 15 s, 1 s to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the client may leave a ping frame unanswered before it counts as gone. Default 30 s, 1 s to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest message of a client, in bytes, all its frames together. Default 64 KiB, 1 KiB to 1 MiB. More closes with 1009.</summary>
    [Range(1024, 1024 * 1024)]
    public int MessageBytesMax { get; set; } = 64 * 1024;

    /// <summary>Subscriptions open at once. Default 20, 1 to 1,000. One more is answered with an error message.</summary>
    [Range(1, 1000)]
    public int SubscriptionsMax { get; set; } = 20;

    /// <summary>
    /// Operations at work at once. Default 100, 1 to 10,000. While they are all at work the socket is not read, so the client waits.
    /// </summary>
    [Range(1, 10_000)]
    public int OperationsMax { get; set; } = 100;

    /// <summary>Messages waiting to be sent. Default 64, 1 to 10,000. When full, the sources of the subscriptions wait.</summary>
    [Range(1, 10_000)]
    public int OutboundMessagesMax { get; set; } = 64;

    /// <summary>Bytes waiting to be sent. Default 1 MiB, 1 KiB to 64 MiB. A single larger message is still sent, alone.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int OutboundBytesMax { get; set; } = 1024 * 1024;

    /// <summary>How long sending one message may be blocked by a client that does not read before it is cut off. Default 5 s, 0.1 s to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
