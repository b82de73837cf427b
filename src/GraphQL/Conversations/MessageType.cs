using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Conversations;
using Webox.Domain.Generations;
using Webox.Domain.Uploads;
using Webox.GraphQL.Generations;
using Webox.GraphQL.Uploads;

namespace Webox.GraphQL.Conversations;

[Node]
[ExtendObjectType<Message>(IgnoreProperties =
[
    nameof(Message.ConversationId), nameof(Message.CustomerId), nameof(Message.Number), nameof(Message.GenerationId), nameof(Message.ReplyToId),
    nameof(Message.IdempotencyKey), nameof(Message.RequestHash), nameof(Message.SearchText),
])]
public static class MessageType
{
    /// <summary>One's own only: anybody else's is not found.</summary>
    [NodeResolver]
    public static Task<Message?> GetMessageByIdAsync(MessageId id, ICurrentCustomer current, IWeboxDb db, CancellationToken cancellationToken) =>
        current.Id is { } owner
            ? db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.CustomerId == owner, cancellationToken)
            : Task.FromResult<Message?>(null);

    /// <summary>What was said. Of an ASSISTANT, the text of its generation so far.</summary>
    public static async Task<string> GetTextAsync(
        [Parent] Message message, GenerationByIdDataLoader generations, CancellationToken cancellationToken) =>
        await GetGenerationAsync(message, generations, cancellationToken) is { } generation ? generation.Text : message.Text;

    /// <summary>The generation that writes an ASSISTANT message. Null for the others, and once it is deleted.</summary>
    public static async Task<Generation?> GetGenerationAsync(
        [Parent] Message message, GenerationByIdDataLoader generations, CancellationToken cancellationToken) =>
        message.GenerationId is { } id ? await generations.LoadAsync(id, cancellationToken) : null;

    /// <summary>The images that go with it.</summary>
    public static async Task<IReadOnlyList<Upload>> GetAttachmentsAsync(
        [Parent] Message message, UploadByIdDataLoader uploads, CancellationToken cancellationToken)
    {
        var ids = message.Attachments.OrderBy(attachment => attachment.Number).Select(attachment => attachment.UploadId);
        return [.. (await Task.WhenAll(ids.Select(id => uploads.LoadAsync(id, cancellationToken)))).OfType<Upload>()];
    }
}
