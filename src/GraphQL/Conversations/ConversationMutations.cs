using Webox.Application.Conversations;
using Webox.Domain;
using Webox.Domain.Conversations;
using Webox.Domain.Credits;
using Webox.Domain.Generations;
using Webox.Domain.Uploads;

namespace Webox.GraphQL.Conversations;

[MutationType]
public static class ConversationMutations
{
    /// <summary>
    /// Says something in a conversation, to one model or to several at once. Starts a conversation when none is given. Follow each reply
    /// with `generationProgress`. Safe to repeat: the same `idempotencyKey` with the same request gives the same message.
    /// </summary>
    /// <param name="text">At most 32 KiB, together with the instructions that hold.</param>
    /// <param name="models">One to four. Empty: the shop's default.</param>
    /// <param name="systemPrompt">Instructions from here on, kept as a SYSTEM message. Null: as they are.</param>
    /// <param name="personaId">A ready-made assistant, whose instructions come before `systemPrompt`.</param>
    /// <param name="attachmentIds">Images for models that take them: at most four ids that `POST /uploads` gave.</param>
    /// <param name="outputTokensMax">The most each may write; what it may cost follows from it.</param>
    /// <param name="idempotencyKey">1 to 255 characters of your choice, one for each message you mean to send.</param>
    [Authorize]
    [Error<ConversationNotFoundException>]
    [Error<InsufficientCreditsException>]
    [Error<MonthlyLimitReachedException>]
    [Error<ModelNotAvailableException>]
    [Error<PromptTooLongException>]
    [Error<TooManyGenerationsException>]
    [Error<IdempotencyKeyReusedException>]
    [Error<InvalidGenerationOptionException>]
    [Error<PersonaNotFoundException>]
    public static async Task<SendMessagePayload> SendMessageAsync(
        [ID<Conversation>] Guid? conversationId,
        string text,
        [DefaultValue(new string[0])] IReadOnlyList<string> models,
        string? systemPrompt,
        [ID<Persona>] string? personaId,
        [ID<Upload>] IReadOnlyList<Guid>? attachmentIds,
        [DefaultValue(1024)] int outputTokensMax,
        string idempotencyKey,
        SendMessage sendMessage,
        CancellationToken cancellationToken)
    {
        var request = new MessageRequest(
            conversationId is { } id ? ConversationId.From(id) : null, text, models, systemPrompt, personaId, outputTokensMax,
            [.. (attachmentIds ?? []).Select(UploadId.From)]);
        var sent = await sendMessage.ExecuteAsync(request, idempotencyKey, cancellationToken);
        return new SendMessagePayload(sent.Conversation, sent.Message, sent.Replies);
    }

    /// <summary>Renames, files and tags a conversation. Fields left out stay as they are.</summary>
    /// <param name="title">1 to 255 characters.</param>
    /// <param name="folder">1 to 100 characters.</param>
    /// <param name="tags">All of them: at most 20 of 1 to 50 characters. Those that are there and not here are removed.</param>
    [Authorize]
    [Error<ConversationNotFoundException>]
    [Error<InvalidLabelException>]
    [Error<TooManyTagsException>]
    public static Task<Conversation> UpdateConversationAsync(
        [ID<Conversation>] Guid conversationId,
        string? title,
        string? folder,
        bool? favorite,
        IReadOnlyList<string>? tags,
        UpdateConversation updateConversation,
        CancellationToken cancellationToken) =>
        updateConversation.ExecuteAsync(ConversationId.From(conversationId), title, folder, favorite, tags, cancellationToken);

    /// <summary>
    /// Removes a conversation and everything said in it. Answers still written are canceled. The generations stay in `generations`: what
    /// they cost is on the account.
    /// </summary>
    [Authorize]
    [Error<ConversationNotFoundException>]
    [ID<Conversation>]
    [UseMutationConvention(PayloadFieldName = "deletedConversationId")]
    public static async Task<Guid> DeleteConversationAsync(
        [ID<Conversation>] Guid conversationId, DeleteConversation deleteConversation, CancellationToken cancellationToken) =>
        (await deleteConversation.ExecuteAsync(ConversationId.From(conversationId), cancellationToken)).Value;
}
