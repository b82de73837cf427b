using Microsoft.EntityFrameworkCore;
using Webox.Domain.Conversations;
using Webox.Domain.Customers;

namespace Webox.Application.Conversations;

/// <summary>Which conversations someone sees, and finds.</summary>
public static class ConversationAccess
{
    public static IQueryable<Conversation> OwnedBy(this IQueryable<Conversation> conversations, CustomerId owner) =>
        conversations.Where(conversation => conversation.CustomerId == owner);

    /// <summary>Those where every word is in the title, a tag, or what either side said, without regard to case or accents.</summary>
    public static IQueryable<Conversation> Matching(this IQueryable<Conversation> conversations, IQueryable<Message> messages, string? search) =>
        SearchPatterns.Of(search).Aggregate(conversations, (found, pattern) => found.Where(conversation =>
            EF.Functions.Like(conversation.SearchText, pattern, SearchPatterns.Escape)
            || messages.Any(message => message.ConversationId == conversation.Id
                && EF.Functions.Like(message.SearchText!, pattern, SearchPatterns.Escape))));
}
