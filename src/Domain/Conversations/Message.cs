using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Domain.Uploads;

namespace Webox.Domain.Conversations;

/// <summary>Identifies a <see cref="Message"/>.</summary>
public readonly record struct MessageId(Guid Value) : IEntityId<MessageId>
{
    public static MessageId From(Guid value) => new(value);
}

/// <summary>Something said in a conversation. What an assistant says is the text of its generation.</summary>
public sealed class Message
{
    private readonly List<Attachment> _attachments = [];

    private Message()
    {
        // EF Core
    }

    public MessageId Id { get; private init; }

    public ConversationId ConversationId { get; private init; }

    /// <summary>Whose conversation it is.</summary>
    public CustomerId CustomerId { get; private init; }

    /// <summary>Its place in the conversation, from 1.</summary>
    public int Number { get; private init; }

    public MessageRole Role { get; private init; }

    /// <summary>Empty for an assistant's.</summary>
    public string Text { get; private init; } = "";

    /// <summary>What writes an assistant's message. Null for the others.</summary>
    public GenerationId? GenerationId { get; private init; }

    /// <summary>The user's message that an assistant answers. Null for the others.</summary>
    public MessageId? ReplyToId { get; private init; }

    /// <summary>Of a user's message: the key that its client chose. Unique among the customer's.</summary>
    public string? IdempotencyKey { get; private init; }

    /// <summary>SHA-256 of everything sent, to tell a repetition from another message under the same key.</summary>
    public string? RequestHash { get; private init; }

    /// <summary>Its text as it is searched. Null for a system prompt, and for an answer until it is indexed.</summary>
    public string? SearchText { get; private init; }

    public IReadOnlyList<Attachment> Attachments => _attachments;

    public DateTimeOffset CreatedAt { get; private init; }

    public static Message System(Conversation conversation, int number, string text, DateTimeOffset now) =>
        Make(conversation, number, MessageRole.System, now, text);

    public static Message User(
        Conversation conversation, int number, string text, IEnumerable<UploadId> attachments, GenerationRequestKey key, DateTimeOffset now)
    {
        var message = Make(conversation, number, MessageRole.User, now, text, key);
        message._attachments.AddRange(attachments.Select((upload, i) => new Attachment { Number = i + 1, UploadId = upload }));
        return message;
    }

    public static Message Assistant(Conversation conversation, int number, Message replyTo, Generation generation, DateTimeOffset now) =>
        Make(conversation, number, MessageRole.Assistant, now, "", key: null, replyTo.Id, generation.Id);

    private static Message Make(
        Conversation conversation, int number, MessageRole role, DateTimeOffset now, string text,
        GenerationRequestKey? key = null, MessageId? replyTo = null, GenerationId? generation = null) => new()
        {
            Id = MessageId.From(Guid.CreateVersion7(now)),
            ConversationId = conversation.Id,
            CustomerId = conversation.CustomerId,
            Number = number,
            Role = role,
            Text = text,
            GenerationId = generation,
            ReplyToId = replyTo,
            IdempotencyKey = key?.IdempotencyKey,
            RequestHash = key?.RequestHash,
            SearchText = role is MessageRole.User ? Catalog.SearchText.Of(text) : null,
            CreatedAt = now,
        };
}

/// <summary>An image that goes with a message.</summary>
public sealed class Attachment
{
    /// <summary>Its place in the message, from 1.</summary>
    public required int Number { get; init; }

    public required UploadId UploadId { get; init; }
}
