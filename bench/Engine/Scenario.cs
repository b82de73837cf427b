using System.Text.Json;

namespace Webox.Bench.Engine;

/// <param name="Query">What a client asks the engine.</param>
/// <param name="Answer">The same as a .NET object, made anew for each request, for the server that only serializes.</param>
internal sealed record Scenario(string Name, string Query, Func<object> Answer)
{
    public static readonly IReadOnlyList<Scenario> All =
    [
        new("tiny", "{ __typename }", () => new { data = new { __typename = "Query" } }),
        new(
            "list",
            "{ products(first: 20) { edges { cursor node { id name slug price stock rating } } pageInfo { hasNextPage endCursor } } }",
            () => new
            {
                data = new
                {
                    products = new
                    {
                        edges = Catalog.Products.Select(product => new
                        {
                            cursor = product.Id,
                            node = new { product.Id, product.Name, product.Slug, product.Price, product.Stock, product.Rating },
                        }).ToList(),
                        pageInfo = new { hasNextPage = false, endCursor = Catalog.Products[^1].Id },
                    },
                },
            }),
        new(
            "nested",
            "{ products(first: 20) { nodes { id name category { id name } reviews { id stars text } } } }",
            () => new
            {
                data = new
                {
                    products = new
                    {
                        nodes = Catalog.Products.Select(product => new
                        {
                            product.Id,
                            product.Name,
                            category = Catalog.CategoryById[product.CategoryId],
                            reviews = Catalog.ReviewsByProduct[product.Id].Select(review => new { review.Id, review.Stars, review.Text }).ToList(),
                        }).ToList(),
                    },
                },
            }),
    ];

    /// <summary>The same for both servers.</summary>
    public byte[] Body => JsonSerializer.SerializeToUtf8Bytes(new { query = Query });
}
