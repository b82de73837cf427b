using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Prompts;
using Webox.Domain;
using Webox.Domain.Customers;
using Webox.Domain.Prompts;

namespace Webox.GraphQL.Prompts;

[ExtendObjectType<Customer>]
public static class CustomerPrompts
{
    private static readonly Keyset<Prompt, string> LastChanged = new("-changed", p => p.LastChanged, tie: null, isDescending: true);

    /// <summary>
    /// The customer's own prompt library and the public prompts of others, last changed first. `search` finds words of titles, categories,
    /// tags and texts, without regard to case or accents.
    /// </summary>
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, IncludeTotalCount = true, AllowBackwardPagination = false)]
    public static Task<Connection<Prompt>> GetPromptsAsync(
        [Parent] Customer customer,
        string? category,
        bool? favorite,
        string? search,
        PagingArguments paging,
        IWeboxDb db,
        CancellationToken cancellationToken)
    {
        var named = category is null ? null : UnicodeText.Clean(category);
        var prompts = db.Prompts.AsNoTracking().VisibleTo(customer.Id)
            .Where(p => named == null || p.Category == named)
            .Where(p => favorite == null || db.PromptFavorites.Any(f => f.PromptId == p.Id && f.CustomerId == customer.Id) == favorite)
            .Matching(search);
        return LastChanged.ToConnectionAsync(prompts, paging, cancellationToken);
    }
}
