using Webox.Domain.Conversations;
using Webox.Domain.Generations;
using Webox.Domain.Uploads;

namespace Webox.Application.Conversations;

/// <summary>What a customer says, and to whom.</summary>
/// <param name="Conversation">Null: a new one.</param>
/// <param name="Models">Ids in the catalogue, at most four. Empty: the shop's default.</param>
/// <param name="SystemPrompt">Instructions from here on. Null: as they are.</param>
/// <param name="Persona">Id of a ready-made assistant, whose instructions come first. Null: none.</param>
public sealed record MessageRequest(
    ConversationId? Conversation,
    string Text,
    IReadOnlyList<string> Models,
    string? SystemPrompt,
    string? Persona,
    int? OutputTokensMax,
    IReadOnlyList<UploadId> Attachments)
{
    public const int ModelsMax = 4;

    internal GenerationRequestKey KeyFor(string idempotencyKey) => GenerationRequestKey.Of(idempotencyKey, this);
}

/// <param name="Message">What the customer said.</param>
/// <param name="Replies">One for each model, in their order.</param>
public sealed record SentMessage(Conversation Conversation, Message Message, IReadOnlyList<Message> Replies);
