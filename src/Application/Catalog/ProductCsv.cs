using System.Globalization;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>The catalogue as a table: one product a row.</summary>
internal static class ProductCsv
{
    public const string Slug = "slug";
    public const string Name = "name";
    public const string Kind = "kind";
    public const string Category = "category";
    public const string Price = "price";
    public const string OriginalPrice = "originalPrice";
    public const string Stock = "stock";
    public const string KnownStock = "knownStock";
    public const string CreditsGranted = "creditsGranted";
    public const string WeightGrams = "weightGrams";
    public const string Badge = "badge";
    public const string Description = "description";
    public const string LongDescription = "longDescription";
    public const string Images = "images";
    public const string IsForSale = "isForSale";

    public static readonly IReadOnlyList<string> Columns =
        [Slug, Name, Kind, Category, Price, OriginalPrice, Stock, KnownStock, CreditsGranted, WeightGrams, Badge, Description, LongDescription, Images, IsForSale];

    /// <summary>Without one of these nothing can be said of a product.</summary>
    public static readonly IReadOnlyList<string> RequiredColumns = [Slug, Name, Kind, Category, Price];

    public static string RowOf(Product product)
    {
        var stock = product.Stock?.ToString(CultureInfo.InvariantCulture);
        return CsvText.Record(
        [
            product.Slug, product.Name, NameOf(product.Kind), product.CategorySlug, product.Price.ToDecimalString(),
            product.OriginalPrice?.ToDecimalString(), stock, stock, product.CreditsGranted.ToString(CultureInfo.InvariantCulture),
            product.WeightGrams.ToString(CultureInfo.InvariantCulture), product.Badge,
            product.Description, product.LongDescription, string.Join('\n', product.Images.Select(TextOf)), product.IsForSale ? "true" : "false",
        ]);
    }

    public static string NameOf(ProductKind kind) => kind switch
    {
        ProductKind.Digital => "DIGITAL",
        ProductKind.Physical => "PHYSICAL",
        _ => "CREDIT_PACK",
    };

    /// <summary>One image a line: its address, a space, what it shows.</summary>
    public static IReadOnlyList<ProductImage> ImagesOf(string cell) =>
    [
        .. cell.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split(' ', 2))
            .Select(parts => new ProductImage(parts[0], parts.ElementAtOrDefault(1))),
    ];

    private static string TextOf(ProductImage image) => image.AlternativeText is { } text ? $"{image.Url} {text}" : image.Url;
}
