using System.Linq.Expressions;
using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

/// <summary>
/// How well a product answers a search: three points for each term that is a word of its name, two for one that a word of its name begins
/// with; of equals, the one that sold most. A whole number that depends on nothing but the product, so that a cursor holds it exactly; what
/// the databases' own ranks give does not, being a fraction or changing with every other product.
/// </summary>
internal static class ProductRelevance
{
    private const long Point = 10_000_000_000;

    public static Keyset<Product, long> By(IReadOnlyList<string> terms, string prefix)
    {
        Expression<Func<Product, long>> rank = p =>
            (terms.Count(term => (" " + p.SortName.Replace("'", " ").Replace("-", " ")).Contains(" " + term)) * 2
                + terms.Count(term => (" " + p.SortName.Replace("'", " ").Replace("-", " ") + " ").Contains(" " + term + " ")))
            * Point + p.SoldQuantity;
        return new(prefix + "-relevance", rank, p => p.Slug, isDescending: true, p => Of(p, terms), p => p.Slug);
    }

    internal static long Of(Product product, IReadOnlyList<string> terms)
    {
        var name = $" {product.SortName.Replace('\'', ' ').Replace('-', ' ')} ";
        var begun = terms.Count(term => name.Contains($" {term}", StringComparison.Ordinal));
        var whole = terms.Count(term => name.Contains($" {term} ", StringComparison.Ordinal));
        return (begun * 2 + whole) * Point + product.SoldQuantity;
    }
}
