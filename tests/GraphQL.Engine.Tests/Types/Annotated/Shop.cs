using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.DataLoaders;
using Webox.GraphQL.Engine.Types.Pagination;
using Page = Webox.GraphQL.Engine.Types.Pagination.Page;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated.Shop;

// A small shop in the shape of a real one: domain classes that know nothing of GraphQL, and classes of fields over them.

public readonly record struct ProductId(Guid Value);

public readonly record struct CartId(Guid Value);

public readonly record struct LineId(Guid Value);

public sealed record Currency(string Code);

public sealed record Money(long MinorUnits, Currency Currency)
{
    public static Money Eur(long minorUnits) => new(minorUnits, new Currency("EUR"));

    [GraphQLIgnore]
    public Money Times(int quantity) => this with { MinorUnits = MinorUnits * quantity };
}

public enum ProductKind
{
    Digital,
    Physical,
    CreditPack,
}

public enum ProductSort
{
    Name,
    PriceAsc,
}

public enum PaymentProvider
{
    Stripe,
    PayPal,
}

public sealed class Product
{
    public required ProductId Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public ProductKind Kind { get; init; }

    public required Money Price { get; init; }

    public Uri? ImageUrl { get; init; }

    public int? Stock { get; init; }

    public double? AverageRating { get; init; }

    public DateTimeOffset AddedAt { get; init; }
}

public sealed class Cart
{
    public required CartId Id { get; init; }

    public string? Token { get; init; }

    public List<CartLine> Lines { get; } = [];
}

public sealed class CartLine
{
    public required LineId Id { get; init; }

    public required ProductId ProductId { get; init; }

    public int Quantity { get; set; }
}

public sealed record Address(string Name, string Line1, string? Line2, string Country);

public abstract class ShopException(string message) : Exception(message);

public sealed class ProductNotFoundException() : ShopException("Ce produit n'existe pas.");

public sealed class InvalidQuantityException(int quantity) : ShopException($"La quantité {quantity} n'est pas possible.")
{
    public int Quantity { get; } = quantity;
}

public class OutOfStockException(ProductId productId, int available) : ShopException("Il n'en reste plus assez.")
{
    public ProductId ProductId { get; } = productId;

    public int Available { get; } = available;
}

/// <summary>The products on sale and the one cart.</summary>
public sealed class Store
{
    public static readonly Guid ProductGuid = new("0198c5a0-7d1c-7f64-9a3e-000000000001");

    public static readonly Guid CartGuid = new("0198c5a0-7d1c-7f64-9a3e-0000000000c1");

    public List<Product> Products { get; } =
    [
        .. Enumerable.Range(1, 3).Select(number => new Product
        {
            Id = new ProductId(new Guid($"0198c5a0-7d1c-7f64-9a3e-00000000000{number}")),
            Slug = $"p{number}",
            Name = $"Product {number}",
            Kind = number == 2 ? ProductKind.CreditPack : ProductKind.Digital,
            Price = Money.Eur(number * 1000),
            Stock = 5,
            AddedAt = new DateTimeOffset(2026, 1, number, 0, 0, 0, TimeSpan.Zero),
        }),
    ];

    public Cart Cart { get; } = new() { Id = new CartId(CartGuid), Token = "t0k3n" };

    public int Batches { get; set; }

    public Product? Find(ProductId id) => Products.Find(product => product.Id == id);
}

public sealed class ProductByIdDataLoader(Store store, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<ProductId, Product>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<ProductId, Product>> LoadBatchAsync(IReadOnlyList<ProductId> keys, CancellationToken cancellationToken)
    {
        store.Batches++;
        IReadOnlyDictionary<ProductId, Product> found =
            keys.Select(store.Find).OfType<Product>().ToDictionary(product => product.Id);
        return Task.FromResult(found);
    }
}

[GraphQLName("ProductFilter")]
public sealed record ProductFilter(string? Category = null, long? MinPriceMinorUnits = null, ProductKind? Kind = null);

public sealed record Facet(string Name, IReadOnlyList<string> Values);

[QueryType]
public static class ShopQueries
{
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("Products for sale.")]
    public static Connection<Product> GetProducts(
        PagingArguments paging, string? search, ProductFilter? where, Store store, ProductSort sort = ProductSort.Name)
    {
        var all = store.Products.Where(product => where?.Kind is not { } kind || product.Kind == kind);
        var sorted = sort == ProductSort.Name ? all.OrderBy(product => product.Name) : all.OrderBy(product => product.Price.MinorUnits);
        var after = paging.After is { } cursor ? Cursor.Decode<string>(cursor) : null;
        var read = sorted.Where(product => after is null || string.CompareOrdinal(product.Name, after) > 0).Take(paging.Size + 1).ToList();
        return Page.ToConnection(read, paging, product => Cursor.Encode(product.Name), _ => new ValueTask<int>(store.Products.Count));
    }

    public static Product? GetProductBySlug(string slug, Store store) => store.Products.Find(product => product.Slug == slug);

    public static Task<Cart?> GetCartAsync(string? token, Store store) => Task.FromResult(token == store.Cart.Token ? store.Cart : null);
}

[Node]
[ExtendObjectType<Product>(IgnoreProperties = [nameof(Product.AddedAt)])]
public static class ProductType
{
    [NodeResolver]
    public static ValueTask<Product?> GetProductByIdAsync(ProductId id, ProductByIdDataLoader products, CancellationToken cancellationToken) =>
        new(products.LoadAsync(id, cancellationToken));

    public static bool IsAvailable([Parent] Product product) => product.Stock is null or > 0;

    [UsePaging(IncludeTotalCount = true, AllowBackwardPagination = false)]
    public static Connection<Product> GetSimilar([Parent] Product product) =>
        Page.ToConnection([product], new PagingArguments(First: 10), item => Cursor.Encode(item.Name), _ => new ValueTask<int>(1));
}

[ExtendObjectType<Connection<Product>>]
public static class ProductConnectionType
{
    public static IReadOnlyList<Facet> GetFacets([Parent] Connection<Product> connection) =>
        [new Facet("kind", [.. connection.Edges.Select(edge => edge.Node.Kind.ToString()).Distinct()])];
}

[ExtendObjectType<Money>]
public static class MoneyType
{
    [GraphQLType("CurrencyCode!")]
    public static string GetCurrency([Parent] Money money) => money.Currency.Code;

    public static string GetDecimal([Parent] Money money) => $"{money.MinorUnits / 100}.{money.MinorUnits % 100:00}";
}

[Node]
[ExtendObjectType<Cart>]
public static class CartType
{
    [NodeResolver]
    [Authorize]
    public static Cart? GetCartById(CartId id, Store store) => store.Cart.Id == id ? store.Cart : null;

    public static Money GetSubtotal([Parent] Cart cart, Store store) =>
        Money.Eur(cart.Lines.Sum(line => store.Find(line.ProductId)!.Price.Times(line.Quantity).MinorUnits));
}

[ExtendObjectType<CartLine>(IgnoreProperties = [nameof(CartLine.ProductId)])]
public static class CartLineType
{
    [ID<CartLine>]
    public static LineId GetId([Parent] CartLine line) => line.Id;

    public static async Task<Product> GetProductAsync([Parent] CartLine line, ProductByIdDataLoader products, CancellationToken cancellationToken) =>
        (await products.LoadAsync(line.ProductId, cancellationToken))!;
}

[ExtendObjectType<OutOfStockException>(IgnoreProperties = [nameof(OutOfStockException.ProductId)])]
public static class OutOfStockErrorType
{
    public static async Task<Product> GetProductAsync(
        [Parent] OutOfStockException error, ProductByIdDataLoader products, CancellationToken cancellationToken) =>
        (await products.LoadAsync(error.ProductId, cancellationToken))!;
}

public sealed record ClearCartPayload(Cart Cart, int RemovedLines);

[MutationType]
public static class ShopMutations
{
    [Error<ProductNotFoundException>]
    [Error<InvalidQuantityException>]
    [Error<OutOfStockException>]
    public static Cart AddToCart(string? cartToken, [ID<Product>] ProductId productId, Store store, int quantity = 1)
    {
        var product = store.Find(productId) ?? throw new ProductNotFoundException();
        if (quantity is < 1 or > 999)
        {
            throw new InvalidQuantityException(quantity);
        }

        if (quantity > product.Stock)
        {
            throw new OutOfStockException(productId, product.Stock.Value);
        }

        store.Cart.Lines.Add(new CartLine { Id = new LineId(productId.Value), ProductId = productId, Quantity = quantity });
        return store.Cart;
    }

    public static ClearCartPayload ClearCart(string? cartToken, Store store)
    {
        var removed = store.Cart.Lines.Count;
        store.Cart.Lines.Clear();
        return new ClearCartPayload(store.Cart, removed);
    }

    [Error<InvalidQuantityException>]
    public static Cart UpdateCheckout([ID<Cart>] Guid cartId, Address? billingAddress, PaymentProvider provider, Uri returnUrl, Store store) =>
        billingAddress?.Name == "nobody" ? throw new InvalidOperationException("secret") : store.Cart;

    [UseMutationConvention(PayloadFieldName = "signedOut")]
    public static bool SignOut(string refreshToken) => refreshToken == "known";
}
