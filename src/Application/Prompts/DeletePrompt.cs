using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Prompts;

namespace Webox.Application.Prompts;

/// <summary>Removes one's own prompt, also for those who liked it.</summary>
public sealed class DeletePrompt(IWeboxDb db, ICurrentCustomer customer)
{
    /// <exception cref="PromptNotFoundException">No such prompt, or it is somebody else's, be it public.</exception>
    public Task<PromptId> ExecuteAsync(PromptId id, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        return db.InTransactionAsync(
            async () => await db.Prompts.Where(p => p.Id == id && p.CustomerId == owner).ExecuteDeleteAsync(cancellationToken) == 1
                ? id
                : throw new PromptNotFoundException(),
            cancellationToken);
    }
}
