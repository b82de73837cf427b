namespace Webox.Bench.Engine;

public sealed record Product(string Id, string Name, string Slug, int Price, int Stock, double Rating, string CategoryId);

public sealed record Category(string Id, string Name);

public sealed record Review(string Id, string ProductId, int Stars, string Text);

/// <summary>What is asked for: in memory, so that only the servers differ.</summary>
internal static class Catalog
{
    public const int PageSize = 20;

    public static readonly IReadOnlyList<Category> Categories =
        [.. Enumerable.Range(0, 5).Select(i => new Category($"c{i}", $"Category number {i}"))];

    public static readonly IReadOnlyList<Product> Products =
    [
        .. Enumerable.Range(0, PageSize).Select(i =>
            new Product($"p{i}", $"Product number {i}", $"product-number-{i}", 1_000 + i, i % 7, 3.5 + (i % 3 * 0.5), $"c{i % 5}")),
    ];

    public static readonly IReadOnlyList<Review> Reviews =
    [
        .. Products.SelectMany(product => Enumerable.Range(0, 3).Select(i =>
            new Review($"{product.Id}r{i}", product.Id, i + 3, "Does what it says, and came in time."))),
    ];

    public static readonly IReadOnlyDictionary<string, Category> CategoryById = Categories.ToDictionary(category => category.Id);

    public static readonly ILookup<string, Review> ReviewsByProduct = Reviews.ToLookup(review => review.ProductId);
}
