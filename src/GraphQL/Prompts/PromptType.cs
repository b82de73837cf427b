using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Prompts;
using Webox.Domain.Prompts;

namespace Webox.GraphQL.Prompts;

/// <summary>A reusable prompt. `[NAME]` in the text stands for a value to fill in. Who wrote somebody else's is not told.</summary>
[Node]
[ExtendObjectType<Prompt>(IgnoreProperties = [nameof(Prompt.CustomerId), nameof(Prompt.SearchText), nameof(Prompt.LastChanged)])]
public static class PromptType
{
    /// <summary>One's own or a public one: any other is not found.</summary>
    [NodeResolver]
    public static Task<Prompt?> GetPromptByIdAsync(PromptId id, ICurrentCustomer current, IWeboxDb db, CancellationToken cancellationToken) =>
        current.Id is { } customer
            ? db.Prompts.AsNoTracking().VisibleTo(customer).SingleOrDefaultAsync(p => p.Id == id, cancellationToken)
            : Task.FromResult<Prompt?>(null);

    /// <summary>Whether it is among one's own favorites.</summary>
    public static async Task<bool> GetFavoriteAsync(
        [Parent] Prompt prompt, ICurrentCustomer current, PromptFavoriteDataLoader favorites, CancellationToken cancellationToken) =>
        current.Id is { } customer && await favorites.LoadAsync((customer, prompt.Id), cancellationToken);
}
