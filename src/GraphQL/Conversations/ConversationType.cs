using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Conversations;
using Webox.Domain.Conversations;

namespace Webox.GraphQL.Conversations;

/// <summary>A dialogue with one or more models.</summary>
[Node]
[ExtendObjectType<Conversation>(IgnoreProperties =
    [nameof(Conversation.CustomerId), nameof(Conversation.SearchText), nameof(Conversation.LastUsed)])]
public static class ConversationType
{
    /// <summary>One's own only: anybody else's is not found.</summary>
    [NodeResolver]
    public static Task<Conversation?> GetConversationByIdAsync(
        ConversationId id, ICurrentCustomer current, IWeboxDb db, CancellationToken cancellationToken) =>
        current.Id is { } owner
            ? db.Conversations.AsNoTracking().OwnedBy(owner).SingleOrDefaultAsync(c => c.Id == id, cancellationToken)
            : Task.FromResult<Conversation?>(null);

    /// <summary>Oldest first.</summary>
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, IncludeTotalCount = true)]
    public static Task<Connection<Message>> GetMessagesAsync(
        [Parent] Conversation conversation, PagingArguments paging, IWeboxDb db, CancellationToken cancellationToken) =>
        ConversationPages.Messages.ToConnectionAsync(
            db.Messages.AsNoTracking().Where(m => m.ConversationId == conversation.Id), paging, cancellationToken);

    /// <summary>
    /// Everything said, both sides, with the model of each answer. Of a very long conversation the newest 4 MiB, and how many messages are
    /// left out. At most three times in one request; then `TOO_MANY_EXPORTS`.
    /// </summary>
    public static async Task<string> GetExportAsync(
        [Parent] Conversation conversation, ConversationExportFormat format, ConversationExportDataLoader exports, CancellationToken cancellationToken)
    {
        var exported = await exports.ExportAsync(conversation.Id, cancellationToken);
        return format switch
        {
            ConversationExportFormat.Json => JsonExport.Write(exported),
            ConversationExportFormat.Text => TextExport.Write(exported),
            _ => MarkdownExport.Write(exported),
        };
    }
}

public enum ConversationExportFormat
{
    /// <summary>Each message stands in a code block, so that nothing in it counts as a heading or as HTML.</summary>
    Markdown,
    Json,
    Text,
}
