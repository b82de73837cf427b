using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain;
using Webox.Domain.Generations;
using Webox.Domain.Prompts;

namespace Webox.Application.Prompts;

/// <summary>Adds a prompt to a customer's library.</summary>
public sealed class CreatePrompt(IWeboxDb db, ICurrentCustomer customer, TimeProvider clock)
{
    /// <exception cref="InvalidLabelException">Title, category or a tag is empty or too long.</exception>
    /// <exception cref="TooManyTagsException">More than twenty tags.</exception>
    /// <exception cref="PromptTooLongException">The text is longer than a model accepts.</exception>
    /// <exception cref="TooManyPromptsException">The library is full.</exception>
    public Task<Prompt> ExecuteAsync(PromptDraft draft, bool favorite, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        return db.InTransactionAsync(
            async () =>
            {
                if (await db.Prompts.CountAsync(prompt => prompt.CustomerId == owner, cancellationToken) >= Prompt.CountMax)
                {
                    throw new TooManyPromptsException();
                }

                var prompt = Prompt.Create(owner, draft, clock.GetUtcNow());
                db.Prompts.Add(prompt);
                if (favorite)
                {
                    db.PromptFavorites.Add(new PromptFavorite { CustomerId = owner, PromptId = prompt.Id });
                }

                await db.SaveChangesAsync(cancellationToken);
                return prompt;
            },
            cancellationToken);
    }
}
