using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Conversations;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Domain.Uploads;

namespace Webox.Application.Conversations;

/// <summary>
/// Removes a conversation with everything said in it. Answers that are still written are canceled first. The generations stay: what they
/// cost is on the customer's account. Images that nothing else uses are removed within a day.
/// </summary>
public sealed class DeleteConversation(IWeboxDb db, ICurrentCustomer customer, CancelGeneration cancelGeneration, TimeProvider clock)
{
    /// <exception cref="ConversationNotFoundException">No such conversation, or it is somebody else's.</exception>
    public async Task<ConversationId> ExecuteAsync(ConversationId id, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        var unfinished = await db.Messages
            .Where(m => m.ConversationId == id && m.CustomerId == owner && m.GenerationId != null)
            .Join(db.Generations.Where(g => g.FinishedAt == null), m => m.GenerationId, g => (GenerationId?)g.Id, (_, g) => g.Id)
            .ToListAsync(cancellationToken);
        foreach (var generation in unfinished)
        {
            await cancelGeneration.ExecuteAsync(generation, cancellationToken);
        }

        return await db.InTransactionAsync(() => DeleteAsync(id, owner, cancellationToken), cancellationToken);
    }

    private async Task<ConversationId> DeleteAsync(ConversationId id, CustomerId owner, CancellationToken cancellationToken)
    {
        var attached = await db.Messages.Where(m => m.ConversationId == id && m.CustomerId == owner)
            .SelectMany(m => m.Attachments).Select(a => a.UploadId).Distinct().ToListAsync(cancellationToken);
        if (await db.Conversations.OwnedBy(owner).Where(c => c.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            throw new ConversationNotFoundException();
        }

        if (attached.Count > 0)
        {
            var expires = clock.GetUtcNow() + Upload.UnusedLifetime;
            await db.Uploads.Where(u => attached.Contains(u.Id) && !db.Messages.Any(m => m.Attachments.Any(a => a.UploadId == u.Id)))
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.ExpiresAt, expires), cancellationToken);
        }

        return id;
    }
}
