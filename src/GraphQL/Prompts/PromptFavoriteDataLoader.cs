using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Customers;
using Webox.Domain.Prompts;

namespace Webox.GraphQL.Prompts;

/// <summary>Which prompts are a customer's favorites.</summary>
public sealed class PromptFavoriteDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<(CustomerId Customer, PromptId Prompt), bool>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<(CustomerId Customer, PromptId Prompt), bool>> LoadBatchAsync(
        IReadOnlyList<(CustomerId Customer, PromptId Prompt)> keys, CancellationToken cancellationToken)
    {
        var customers = keys.Select(key => key.Customer).Distinct().ToList();
        var prompts = keys.Select(key => key.Prompt).Distinct().ToList();
        await using var db = databases.Open();
        var favorites = await db.PromptFavorites.AsNoTracking()
            .Where(f => customers.Contains(f.CustomerId) && prompts.Contains(f.PromptId)).ToListAsync(cancellationToken);
        return favorites.ToDictionary(favorite => (favorite.CustomerId, favorite.PromptId), _ => true);
    }
}
