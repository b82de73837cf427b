using System.Globalization;
using Webox.Domain;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>One row of an import: a product as it is to be. Null where the table has no such column.</summary>
internal sealed record ProductRow(
    int Line,
    ProductDescription Description,
    ProductKind Kind,
    Money Price,
    Money? OriginalPrice,
    int? Stock,
    int? KnownStock,
    int CreditsGranted,
    bool? IsForSale,
    IReadOnlySet<string> Columns)
{
    /// <param name="columns">Place of each column.</param>
    /// <exception cref="InvalidProductException">A cell says nothing that can be understood, or is not within its bounds.</exception>
    public static ProductRow Read(CsvRecord record, IReadOnlyDictionary<string, int> columns)
    {
        if (record.Cells.Count != columns.Count)
        {
            throw new InvalidProductException("", $"La ligne a {record.Cells.Count} cellules au lieu de {columns.Count}.");
        }

        var row = new ProductRow(
            record.Line,
            new ProductDescription(
                Text(ProductCsv.Slug) ?? "", Text(ProductCsv.Name) ?? "", Text(ProductCsv.Description), Text(ProductCsv.LongDescription),
                Text(ProductCsv.Category) ?? "", Text(ProductCsv.Badge), Text(ProductCsv.Images) is { } images ? ProductCsv.ImagesOf(images) : [],
                Whole(ProductCsv.WeightGrams) ?? 0),
            KindOf(Text(ProductCsv.Kind)),
            Amount(ProductCsv.Price) ?? throw new InvalidProductException(ProductCsv.Price, "Le prix est vide."),
            Amount(ProductCsv.OriginalPrice),
            Whole(ProductCsv.Stock),
            Whole(ProductCsv.KnownStock),
            Whole(ProductCsv.CreditsGranted) ?? 0,
            Truth(ProductCsv.IsForSale),
            columns.Keys.ToHashSet());

        // Every bound of a product holds here already, before the database is asked.
        row.ToProduct(DateTimeOffset.UnixEpoch);
        return row;

        string? Text(string column) =>
            columns.TryGetValue(column, out var place) && CsvText.Read(record.Cells[place]).Trim() is { Length: > 0 } text ? text : null;

        int? Whole(string column) => Text(column) switch
        {
            null => null,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw new InvalidProductException(column, "Ce n'est pas un nombre entier."),
        };

        Money? Amount(string column) => Text(column) switch
        {
            null => null,
            var text when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                && amount < Product.PriceMax && decimal.IsInteger(amount * Currency.Eur.Scale) => new Money((long)(amount * Currency.Eur.Scale), Currency.Eur),
            _ => throw new InvalidProductException(column, "Un prix s'écrit 49.99."),
        };

        bool? Truth(string column) => Text(column) switch
        {
            null => null,
            "true" => true,
            "false" => false,
            _ => throw new InvalidProductException(column, "Écrivez true ou false."),
        };
    }

    public Product ToProduct(DateTimeOffset now)
    {
        var product = Product.Create(Description, Kind, Price, OriginalPrice, Stock ?? (Kind is ProductKind.Physical ? 0 : null), CreditsGranted, now);
        if (IsForSale == false)
        {
            product.Withdraw();
        }

        return product;
    }

    /// <summary>Gives a product what this row says, but for its stock.</summary>
    /// <exception cref="InvalidProductException">Kind and credits of a product stay.</exception>
    public void ApplyTo(Product product)
    {
        if (product.Kind != Kind || (Columns.Contains(ProductCsv.CreditsGranted) && product.CreditsGranted != CreditsGranted))
        {
            throw new InvalidProductException(ProductCsv.Kind, $"Le produit reste {ProductCsv.NameOf(product.Kind)}, avec {product.CreditsGranted} crédits.");
        }

        product.Describe(new ProductDescription(
            product.Slug,
            Description.Name,
            Said(ProductCsv.Description, Description.Short, product.Description),
            Said(ProductCsv.LongDescription, Description.Long, product.LongDescription),
            Description.CategorySlug,
            Said(ProductCsv.Badge, Description.Badge, product.Badge),
            Said(ProductCsv.Images, Description.Images, product.Images),
            Said(ProductCsv.WeightGrams, Description.WeightGrams, product.WeightGrams)));
        product.ChangePrice(Price, Said(ProductCsv.OriginalPrice, OriginalPrice, product.OriginalPrice));
        if (IsForSale == true)
        {
            product.Restore();
        }
        else if (IsForSale == false)
        {
            product.Withdraw();
        }
    }

    /// <summary>Whether the person who wrote the row counted the stock anew.</summary>
    public bool ChangesStock => Stock is not null && KnownStock is not null && Stock != KnownStock;

    private T? Said<T>(string column, T? said, T? present) => Columns.Contains(column) ? said : present;

    private static ProductKind KindOf(string? name) => name switch
    {
        "DIGITAL" => ProductKind.Digital,
        "PHYSICAL" => ProductKind.Physical,
        "CREDIT_PACK" => ProductKind.CreditPack,
        _ => throw new InvalidProductException(ProductCsv.Kind, "Écrivez DIGITAL, PHYSICAL ou CREDIT_PACK."),
    };
}
