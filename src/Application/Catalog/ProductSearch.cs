using Microsoft.EntityFrameworkCore;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

public static class ProductSearch
{
    /// <summary>Products that contain every word, in any order, without regard to case or accents.</summary>
    public static IQueryable<Product> Matching(this IQueryable<Product> products, string? search) =>
        SearchPatterns.Of(search).Aggregate(products, (found, pattern) =>
            found.Where(product => EF.Functions.Like(product.SearchText, pattern, SearchPatterns.Escape)));
}
