using Microsoft.EntityFrameworkCore;
using Webox.Domain.Customers;
using Webox.Domain.Prompts;

namespace Webox.Application.Prompts;

/// <summary>Which prompts someone sees, and finds.</summary>
public static class PromptAccess
{
    /// <summary>One's own and those that are public.</summary>
    public static IQueryable<Prompt> VisibleTo(this IQueryable<Prompt> prompts, CustomerId customer) =>
        prompts.Where(prompt => prompt.IsPublic || prompt.CustomerId == customer);

    /// <summary>Those where every word is in the title, the category, a tag or the text, without regard to case or accents.</summary>
    public static IQueryable<Prompt> Matching(this IQueryable<Prompt> prompts, string? search) =>
        SearchPatterns.Of(search).Aggregate(prompts, (found, pattern) =>
            found.Where(prompt => EF.Functions.Like(prompt.SearchText, pattern, SearchPatterns.Escape)));
}
