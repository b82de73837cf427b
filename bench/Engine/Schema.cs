using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.DataLoaders;
using Webox.GraphQL.Engine.Types.Pagination;

namespace Webox.Bench.Engine;

/// <summary>The catalog as an application would write it: a connection, and DataLoaders for what belongs to a product.</summary>
[QueryType]
internal static class ProductQueries
{
    [UsePaging]
    public static Connection<Product> GetProducts(PagingArguments paging) =>
        Page.ToConnection([.. Catalog.Products.Take(paging.Size + 1)], paging, product => product.Id);
}

[ExtendObjectType<Product>]
internal static class ProductExtensions
{
    public static Task<Category?> GetCategory([Parent] Product product, CategoryById categories, CancellationToken cancellationToken) =>
        categories.LoadAsync(product.CategoryId, cancellationToken);

    public static Task<Review[]?> GetReviews([Parent] Product product, ReviewsByProduct reviews, CancellationToken cancellationToken) =>
        reviews.LoadAsync(product.Id, cancellationToken);
}

internal sealed class CategoryById(IBatchScheduler scheduler, DataLoaderOptions options) : BatchDataLoader<string, Category>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<string, Category>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, Category>>(keys.ToDictionary(key => key, key => Catalog.CategoryById[key]));
}

internal sealed class ReviewsByProduct(IBatchScheduler scheduler, DataLoaderOptions options) : GroupedDataLoader<string, Review>(scheduler, options)
{
    protected override Task<ILookup<string, Review>> LoadGroupedBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Task.FromResult(Catalog.ReviewsByProduct);
}
