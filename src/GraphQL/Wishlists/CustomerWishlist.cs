using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Wishlists;
using Webox.GraphQL.Catalog;

namespace Webox.GraphQL.Wishlists;

[ExtendObjectType<Customer>]
public static class CustomerWishlist
{
    /// <summary>Products to remember, the last added first; at most 500. Those that left the catalogue are not `isAvailable`.</summary>
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, IncludeTotalCount = true, AllowBackwardPagination = false)]
    public static async Task<Connection<Product>> GetWishlistAsync(
        [Parent] Customer customer, PagingArguments paging, IWeboxDb db, IWeboxDbFactory databases, CancellationToken cancellationToken)
    {
        var page = await NewestFirst.ToConnectionAsync(
            paging,
            (newer, older) => WithProducts(db, db.WishlistItems.FromSql($"SELECT * FROM wishlist_items WHERE id > {newer} AND id < {older}"), customer.Id),
            (rows, isReversed) => isReversed ? rows.OrderBy(row => row.Item.Id) : rows.OrderByDescending(row => row.Item.Id),
            row => row.Item.Id.Value,
            totalCount: 0,
            cancellationToken);
        return new ProductList(
            [.. page.Edges.Select(edge => new Edge<Product>(edge.Node.Product, edge.Cursor))],
            page.Info,
            new ProductGroups(databases, database => WithProducts(database, database.WishlistItems, customer.Id).Select(row => row.Product)));
    }

    private static IQueryable<WishlistRow> WithProducts(IWeboxDb db, IQueryable<WishlistItem> items, CustomerId owner) =>
        items.AsNoTracking().Where(item => item.CustomerId == owner)
            .Join(db.Products, item => item.ProductId, product => product.Id, (item, product) => new WishlistRow { Item = item, Product = product });

    private sealed class WishlistRow
    {
        public required WishlistItem Item { get; init; }

        public required Product Product { get; init; }
    }
}
