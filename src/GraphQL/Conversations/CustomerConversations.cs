using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Conversations;
using Webox.Domain;
using Webox.Domain.Conversations;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Conversations;

[ExtendObjectType<Customer>]
public static class CustomerConversations
{
    /// <summary>Last used first. `search` finds words of titles, tags and both sides' messages, without regard to case or accents.</summary>
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, IncludeTotalCount = true, AllowBackwardPagination = false)]
    public static async Task<Connection<Conversation>> GetConversationsAsync(
        [Parent] Customer customer,
        string? folder,
        bool? favorite,
        string? search,
        PagingArguments paging,
        IWeboxDb db,
        IndexReplies indexReplies,
        CancellationToken cancellationToken)
    {
        if (SearchPatterns.Of(search).Count > 0)
        {
            await indexReplies.ExecuteAsync(cancellationToken);
        }

        var named = folder is null ? null : UnicodeText.Clean(folder);
        var found = db.Conversations.AsNoTracking().OwnedBy(customer.Id)
            .Where(c => (named == null || c.Folder == named) && (favorite == null || c.Favorite == favorite))
            .Matching(db.Messages.Where(m => m.CustomerId == customer.Id), search);
        return await ConversationPages.LastUsed.ToConnectionAsync(found, paging, cancellationToken);
    }
}
