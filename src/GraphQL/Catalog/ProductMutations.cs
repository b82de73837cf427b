using Webox.Application.Catalog;
using Webox.Domain;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Catalog;

[MutationType]
public static class ProductMutations
{
    /// <summary>Puts a new product on the shelves. Catalogue staff only.</summary>
    /// <param name="slug">1 to 100 small letters, digits and hyphens. It stays.</param>
    /// <param name="name">1 to 200 characters.</param>
    /// <param name="category">Slug of the category.</param>
    /// <param name="priceMinorUnits">In cents, without tax.</param>
    /// <param name="originalPriceMinorUnits">Above the price. Null: no discount.</param>
    /// <param name="stock">Units on the shelf, for physical products only.</param>
    /// <param name="creditsGranted">Credits of a pack; 0 for everything else.</param>
    /// <param name="description">One line of at most 300 characters.</param>
    /// <param name="longDescription">At most 5,000 characters.</param>
    /// <param name="badge">At most 50 characters.</param>
    /// <param name="images">The main one first; at most 10.</param>
    /// <param name="weightGrams">Of one unit with its wrapping, for physical products only.</param>
    [Authorize(Roles = [nameof(Role.Catalog), nameof(Role.Admin)])]
    [Error<InvalidProductException>]
    [Error<SlugTakenException>]
    [Error<CategoryNotFoundException>]
    public static Task<Product> CreateProductAsync(
        string slug,
        string name,
        ProductKind kind,
        string category,
        long priceMinorUnits,
        long? originalPriceMinorUnits,
        int? stock,
        string? description,
        string? longDescription,
        string? badge,
        IReadOnlyList<ProductImageInput>? images,
        CreateProduct createProduct,
        CancellationToken cancellationToken,
        int creditsGranted = 0,
        int weightGrams = 0) =>
        createProduct.ExecuteAsync(
            new ProductDescription(slug, name, description, longDescription, category, badge, ProductImageInput.ToImages(images), weightGrams),
            kind,
            new Money(priceMinorUnits, Currency.Eur),
            originalPriceMinorUnits is { } original ? new Money(original, Currency.Eur) : null,
            stock,
            creditsGranted,
            cancellationToken);

    /// <summary>Changes a product. Fields left out stay as they are. Safe to repeat. Catalogue staff only.</summary>
    /// <param name="name">1 to 200 characters.</param>
    /// <param name="description">One line of at most 300 characters; without text, it is removed.</param>
    /// <param name="longDescription">At most 5,000 characters; without text, it is removed.</param>
    /// <param name="category">Slug of the category.</param>
    /// <param name="badge">At most 50 characters; without text, it is removed.</param>
    /// <param name="images">Replaces all of them; at most 10.</param>
    /// <param name="priceMinorUnits">From now on; orders keep the price they were placed at.</param>
    /// <param name="originalPriceMinorUnits">0 ends the discount.</param>
    /// <param name="weightGrams">Of one unit with its wrapping.</param>
    /// <param name="isForSale">False takes it out of the catalogue, true puts it back.</param>
    [Authorize(Roles = [nameof(Role.Catalog), nameof(Role.Admin)])]
    [Error<ProductNotFoundException>]
    [Error<InvalidProductException>]
    [Error<CategoryNotFoundException>]
    public static Task<Product> UpdateProductAsync(
        [ID<Product>] Guid productId,
        string? name,
        string? description,
        string? longDescription,
        string? category,
        string? badge,
        IReadOnlyList<ProductImageInput>? images,
        long? priceMinorUnits,
        long? originalPriceMinorUnits,
        int? weightGrams,
        bool? isForSale,
        UpdateProduct updateProduct,
        CancellationToken cancellationToken) =>
        updateProduct.ExecuteAsync(
            ProductId.From(productId),
            new ProductUpdate(
                name, description, longDescription, category, badge, ProductImageInput.ToImages(images), priceMinorUnits, originalPriceMinorUnits, isForSale,
                weightGrams),
            cancellationToken);

    /// <summary>Puts units on the shelf, or takes some away, while customers buy. Safe to repeat with the same `idempotencyKey`. Catalogue staff only.</summary>
    /// <param name="units">Negative to take away.</param>
    [Authorize(Roles = [nameof(Role.Catalog), nameof(Role.Admin)])]
    [Error<ProductNotFoundException>]
    [Error<StockNotCountedException>]
    [Error<StockConflictException>]
    [Error<IdempotencyKeyReusedException>]
    public static Task<Product> AdjustStockAsync(
        [ID<Product>] Guid productId, int units, string idempotencyKey, AdjustStock adjustStock, CancellationToken cancellationToken) =>
        adjustStock.ExecuteAsync(ProductId.From(productId), units, idempotencyKey, cancellationToken);

    /// <summary>Says how many units are on the shelf, after counting them. Safe to repeat. Catalogue staff only.</summary>
    /// <param name="knownStock">What `stock` was when they were counted: when it moved since, nothing is changed.</param>
    [Authorize(Roles = [nameof(Role.Catalog), nameof(Role.Admin)])]
    [Error<ProductNotFoundException>]
    [Error<StockNotCountedException>]
    [Error<StockConflictException>]
    public static Task<Product> SetStockAsync(
        [ID<Product>] Guid productId, int stock, int knownStock, SetStock setStock, CancellationToken cancellationToken) =>
        setStock.ExecuteAsync(ProductId.From(productId), stock, knownStock, cancellationToken);
}
