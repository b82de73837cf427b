using Microsoft.EntityFrameworkCore;
using Webox.Domain.Conversations;
using Webox.Domain.Generations;
using Webox.Domain.Uploads;

namespace Webox.Application.Conversations;

/// <summary>Reads what was said in a conversation, as far back as a model may be given it.</summary>
public sealed class ConversationHistory(IWeboxDb db)
{
    // Each exchange has at most one message for each model besides the customer's.
    private const int MessagesMax = ContextRule.ExchangesMax * (MessageRequest.ModelsMax + 1);

    internal async Task<PastMessages> ReadAsync(ConversationId conversation, CancellationToken cancellationToken)
    {
        var messages = await db.Messages.AsNoTracking().Where(m => m.ConversationId == conversation && m.Role != MessageRole.System)
            .OrderByDescending(m => m.Number).Take(MessagesMax).ToListAsync(cancellationToken);
        var system = await db.Messages.AsNoTracking().Where(m => m.ConversationId == conversation && m.Role == MessageRole.System)
            .OrderByDescending(m => m.Number).Select(m => new { m.Number, m.Text }).FirstOrDefaultAsync(cancellationToken);
        var replies = await RepliesAsync(messages, cancellationToken);
        var images = await ImagesAsync(messages, cancellationToken);
        var exchanges = messages.Where(m => m.Role is MessageRole.User).Select(message => new Exchange(
            message.Text,
            [.. message.Attachments.OrderBy(a => a.Number).Select(a => images[a.UploadId])],
            [.. messages.Where(reply => reply.ReplyToId == message.Id).OrderBy(reply => reply.Number)
                .Select(reply => replies.GetValueOrDefault(reply.GenerationId!.Value)).OfType<Reply>()]));
        return new PastMessages(Math.Max(messages.FirstOrDefault()?.Number ?? 0, system?.Number ?? 0), system?.Text, [.. exchanges]);
    }

    // Those that the customer deleted are not among them.
    private Task<Dictionary<GenerationId, Reply>> RepliesAsync(List<Message> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Where(m => m.GenerationId is not null).Select(m => m.GenerationId!.Value).ToList();
        return db.Generations.AsNoTracking().Where(g => ids.Contains(g.Id))
            .Select(g => new { g.Id, g.Model, g.Status, g.Text })
            .ToDictionaryAsync(g => g.Id, g => new Reply(g.Model, g.Status, g.Text), cancellationToken);
    }

    private Task<Dictionary<UploadId, PromptImage>> ImagesAsync(List<Message> messages, CancellationToken cancellationToken)
    {
        var ids = messages.SelectMany(m => m.Attachments).Select(a => a.UploadId).ToList();
        return db.Uploads.AsNoTracking().Where(u => ids.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => new PromptImage(u.Sha256, u.MediaType, u.Bytes), cancellationToken);
    }
}

/// <param name="LastNumber">Of the newest message; 0 when there is none.</param>
/// <param name="SystemPrompt">The latest instructions. Null: none.</param>
internal sealed record PastMessages(int LastNumber, string? SystemPrompt, IReadOnlyList<Exchange> NewestFirst)
{
    public static readonly PastMessages None = new(0, null, []);
}
