using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Conversations;

namespace Webox.GraphQL.Conversations;

/// <summary>
/// What exports are made of, whoever owns it: only for conversations that were found for their owner. Each may have megabytes, so one
/// request gets few.
/// </summary>
public sealed class ConversationExportDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<ConversationId, ExportedConversation>(scheduler, options)
{
    /// <summary>One in each format.</summary>
    public const int CountMax = 3;

    private int _count;

    /// <exception cref="GraphQLException"><c>TOO_MANY_EXPORTS</c>.</exception>
    public async Task<ExportedConversation> ExportAsync(ConversationId conversation, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref _count) <= CountMax
            ? (await LoadAsync(conversation, cancellationToken))!
            : throw new GraphQLException(
                ErrorBuilder.New().SetMessage($"One request exports at most {CountMax} times.").SetCode("TOO_MANY_EXPORTS").Build());

    protected override async Task<IReadOnlyDictionary<ConversationId, ExportedConversation>> LoadBatchAsync(
        IReadOnlyList<ConversationId> keys, CancellationToken cancellationToken)
    {
        var ids = keys.ToList();
        await using var db = databases.Open();
        var conversations = await db.Conversations.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
        var exported = new Dictionary<ConversationId, ExportedConversation>();
        foreach (var conversation in conversations)
        {
            exported.Add(conversation.Id, await ExportedConversation.ReadAsync(db, conversation, cancellationToken));
        }

        return exported;
    }
}
