using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>
/// Finds products by the words of their names and descriptions. The database keeps an index of them, changed in the transaction that
/// changes the words. What it gives can be narrowed, sorted and cut like every other query.
/// </summary>
public interface IProductSearch
{
    /// <summary>Products with all these terms, in any order: as a word, as its beginning, or as its plural.</summary>
    /// <param name="terms">By <see cref="SearchTerms"/>, at least one.</param>
    IQueryable<Product> Having(IWeboxDb db, IReadOnlyList<string> terms);

    /// <summary>Whether this database knows <see cref="Resembling"/>.</summary>
    Task<bool> KnowsResemblingAsync(IWeboxDb db, CancellationToken cancellationToken);

    /// <summary>Products for sale whose names have words that are spelled like these terms.</summary>
    IQueryable<Product> Resembling(IWeboxDb db, IReadOnlyList<string> terms);
}
