using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain;
using Webox.Domain.Conversations;

namespace Webox.Application.Conversations;

/// <summary>Renames, files and tags a conversation. What is null stays as it is.</summary>
public sealed class UpdateConversation(IWeboxDb db, ICurrentCustomer customer, TimeProvider clock)
{
    /// <exception cref="ConversationNotFoundException">No such conversation, or it is somebody else's.</exception>
    /// <exception cref="InvalidLabelException">A title, folder or tag is empty or too long.</exception>
    /// <exception cref="TooManyTagsException">More than twenty tags.</exception>
    public Task<Conversation> ExecuteAsync(
        ConversationId id, string? title, string? folder, bool? favorite, IReadOnlyList<string>? tags, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        return db.InTransactionAsync(
            async () =>
            {
                var conversation = await db.Conversations.OwnedBy(owner).SingleOrDefaultAsync(c => c.Id == id, cancellationToken)
                    ?? throw new ConversationNotFoundException();
                conversation.Change(title, folder, favorite, tags, clock.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
                return conversation;
            },
            cancellationToken);
    }
}
