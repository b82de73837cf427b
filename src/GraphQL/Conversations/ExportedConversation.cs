using System.Text;
using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Conversations;
using Webox.Domain.Generations;

namespace Webox.GraphQL.Conversations;

/// <summary>A conversation as it is written to a file.</summary>
/// <param name="LeftOut">How many older messages are not in it.</param>
public sealed record ExportedConversation(Conversation Conversation, IReadOnlyList<ExportedMessage> Messages, int LeftOut)
{
    /// <summary>Most text of one export, in bytes of UTF-8.</summary>
    public const int BytesMax = 4 * 1024 * 1024;

    private const int AtATime = 200;

    internal static async Task<ExportedConversation> ReadAsync(IWeboxDb db, Conversation conversation, CancellationToken cancellationToken)
    {
        var (newestFirst, bytes, before) = (new List<ExportedMessage>(), 0, int.MaxValue);
        while (true)
        {
            var messages = await db.Messages.AsNoTracking().Where(m => m.ConversationId == conversation.Id && m.Number < before)
                .OrderByDescending(m => m.Number).Take(AtATime).ToListAsync(cancellationToken);
            foreach (var message in await WithTextsAsync(db, messages, cancellationToken))
            {
                bytes += Encoding.UTF8.GetByteCount(message.Text);
                if (bytes > BytesMax)
                {
                    return new(conversation, Oldest(newestFirst), message.Number);
                }

                newestFirst.Add(message);
            }

            if (messages.Count < AtATime)
            {
                return new(conversation, Oldest(newestFirst), LeftOut: 0);
            }

            before = messages[^1].Number;
        }
    }

    private static List<ExportedMessage> Oldest(IEnumerable<ExportedMessage> newestFirst) => [.. newestFirst.Reverse()];

    private static async Task<IEnumerable<ExportedMessage>> WithTextsAsync(
        IWeboxDb db, List<Message> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Where(m => m.GenerationId is not null).Select(m => m.GenerationId!.Value).ToList();
        var answers = await db.Generations.AsNoTracking().Where(g => ids.Contains(g.Id))
            .Select(g => new { g.Id, g.Model, g.Status, g.Text }).ToDictionaryAsync(g => g.Id, cancellationToken);
        return messages.Select(message => message.GenerationId is { } id && answers.TryGetValue(id, out var answer)
            ? new ExportedMessage(message.Number, message.Role, answer.Model, answer.Status, answer.Text, message.CreatedAt)
            : new ExportedMessage(message.Number, message.Role, null, null, message.Text, message.CreatedAt));
    }
}

/// <param name="Model">Of an answer that its customer did not delete.</param>
/// <param name="Status">Of an answer: its text is whole only when it succeeded.</param>
public sealed record ExportedMessage(
    int Number, MessageRole Role, string? Model, GenerationStatus? Status, string Text, DateTimeOffset CreatedAt)
{
    /// <summary>Who speaks, on one line: <c>Vous</c>, <c>Consigne</c>, or a model and what became of its answer.</summary>
    public string Author => Role switch
    {
        MessageRole.System => "Consigne",
        MessageRole.User => "Vous",
        _ => Status switch
        {
            null => "Réponse supprimée",
            GenerationStatus.Succeeded => Model!,
            GenerationStatus.Failed => $"{Model} (échec)",
            GenerationStatus.Canceled => $"{Model} (interrompu)",
            _ => $"{Model} (en cours)",
        },
    };
}
