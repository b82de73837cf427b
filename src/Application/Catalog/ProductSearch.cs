using Microsoft.EntityFrameworkCore;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

public static class ProductSearch
{
    /// <summary>Words of a query beyond this number are not looked at.</summary>
    public const int WordsMax = 10;

    /// <summary>Characters of a query beyond this number are not looked at.</summary>
    public const int LengthMax = 200;

    /// <summary>Products that contain every word, in any order, without regard to case or accents.</summary>
    public static IQueryable<Product> Matching(this IQueryable<Product> products, string? search) =>
        SearchText.Words(search?[..Math.Min(search.Length, LengthMax)] ?? "").Take(WordsMax).Aggregate(products, (found, word) =>
        {
            var pattern = $"%{Escape(word)}%";
            return found.Where(product => EF.Functions.Like(product.SearchText, pattern, "\\"));
        });

    // A percent sign in a query is a percent sign, not "anything".
    private static string Escape(string word) => word
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
