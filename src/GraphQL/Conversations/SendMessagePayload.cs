using Webox.Domain.Conversations;

namespace Webox.GraphQL.Conversations;

/// <param name="Replies">One for each model, in their order.</param>
public sealed record SendMessagePayload(Conversation? Conversation, Message? Message, IReadOnlyList<Message>? Replies);
