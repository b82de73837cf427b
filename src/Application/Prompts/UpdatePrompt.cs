using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain;
using Webox.Domain.Generations;
using Webox.Domain.Prompts;

namespace Webox.Application.Prompts;

/// <summary>Changes one's own prompt. What is null stays as it is.</summary>
public sealed class UpdatePrompt(IWeboxDb db, ICurrentCustomer customer, TimeProvider clock)
{
    /// <exception cref="PromptNotFoundException">No such prompt, or it is somebody else's, be it public.</exception>
    /// <exception cref="InvalidLabelException">Title, category or a tag is empty or too long.</exception>
    /// <exception cref="TooManyTagsException">More than twenty tags.</exception>
    /// <exception cref="PromptTooLongException">The text is longer than a model accepts.</exception>
    public Task<Prompt> ExecuteAsync(PromptId id, PromptDraft draft, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        return db.InTransactionAsync(
            async () =>
            {
                var prompt = await db.Prompts.SingleOrDefaultAsync(p => p.Id == id && p.CustomerId == owner, cancellationToken)
                    ?? throw new PromptNotFoundException();
                prompt.Change(draft, clock.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
                return prompt;
            },
            cancellationToken);
    }
}
