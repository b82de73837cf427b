using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Catalog;
using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

/// <summary>Lists products for sale: what a search finds, narrowed, sorted and cut into pages.</summary>
public sealed class ProductListing(IProductSearch index, IWeboxDbFactory databases)
{
    private static readonly ProductPages Found = new("");

    // A page of what resembles says so in its cursors, and the pages after it do not look for more exact matches again.
    private static readonly ProductPages Resembling = new("~");

    internal async Task<ProductList> ReadAsync(
        IWeboxDb db, string? search, ProductFilter? where, ProductSort sort, PagingArguments paging, CancellationToken cancellationToken)
    {
        var terms = SearchTerms.Of(search);
        var cursor = paging.After ?? paging.Before;
        if (!Resembling.Made(cursor))
        {
            var page = await ReadAsync(Found, database => Having(database, search, terms));
            if (page.Edges.Count > 0 || cursor is not null || terms.Count == 0 || !await index.KnowsResemblingAsync(db, cancellationToken))
            {
                return page;
            }
        }

        return await ReadAsync(Resembling, database => index.Resembling(database, terms));

        async Task<ProductList> ReadAsync(ProductPages pages, Func<IWeboxDb, IQueryable<Product>> products)
        {
            var (edges, info) = await pages.ReadAsync(Narrowed(db), sort, terms, paging, cancellationToken);
            return new ProductList(edges, info, new ProductGroups(databases, Narrowed));

            IQueryable<Product> Narrowed(IWeboxDb database)
            {
                var forSale = products(database).AsNoTracking().Where(product => product.IsForSale);
                return where?.Apply(forSale) ?? forSale;
            }
        }
    }

    internal async Task<ProductList> ReadWithdrawnAsync(IWeboxDb db, string? search, PagingArguments paging, CancellationToken cancellationToken)
    {
        var terms = SearchTerms.Of(search);
        var (edges, info) = await Found.ReadAsync(Withdrawn(db), ProductSort.Name, terms, paging, cancellationToken);
        return new ProductList(edges, info, new ProductGroups(databases, Withdrawn));

        IQueryable<Product> Withdrawn(IWeboxDb database) => Having(database, search, terms).AsNoTracking().Where(product => !product.IsForSale);
    }

    // A query of punctuation alone is no search for everything.
    private IQueryable<Product> Having(IWeboxDb db, string? search, IReadOnlyList<string> terms) =>
        terms.Count > 0 ? index.Having(db, terms)
        : string.IsNullOrWhiteSpace(search) ? db.Products
        : db.Products.Where(_ => false);
}
