namespace Webox.Domain.Catalog;

/// <summary>Something for sale. A product that is no longer sold stays, because carts and orders refer to it.</summary>
public sealed class Product
{
    /// <summary>Most units of one product on the shelf.</summary>
    public const int StockMax = 1_000_000;

    /// <summary>Most credits of one pack.</summary>
    public const int CreditsMax = 1_000_000;

    /// <summary>Highest price, in minor units.</summary>
    public const long PriceMax = 1_000_000_000;

    /// <summary>The heaviest unit: a tonne.</summary>
    public const int WeightGramsMax = 1_000_000;

    private Product()
    {
        // EF Core
    }

    public ProductId Id { get; private init; }

    /// <summary>Unique, stable and readable; used in web addresses.</summary>
    public string Slug { get; private init; } = null!;

    public string Name { get; private set; } = null!;

    /// <summary>One line for lists.</summary>
    public string? Description { get; private set; }

    public string? LongDescription { get; private set; }

    public ProductKind Kind { get; private init; }

    public string CategorySlug { get; private set; } = null!;

    public Currency Currency { get; private init; } = null!;

    public long PriceMinorUnits { get; private set; }

    /// <summary>Null when there is no discount.</summary>
    public long? OriginalPriceMinorUnits { get; private set; }

    /// <summary>Short label to show on the product: <c>Nouveau</c>.</summary>
    public string? Badge { get; private set; }

    /// <summary>The main one first; at most <see cref="ProductDescription.ImagesMax"/>.</summary>
    public IReadOnlyList<ProductImage> Images { get; private set; } = [];

    /// <summary>Units left. Null for what never runs out. Changed only by a conditional UPDATE, so that no unit is sold twice.</summary>
    public int? Stock { get; private init; }

    /// <summary>Of one unit with its wrapping, in grams; what a parcel costs depends on it. 0 for what is not shipped.</summary>
    public int WeightGrams { get; private set; }

    /// <summary>Units ever put on the shelf: <see cref="Stock"/> plus everything sold. Null like <see cref="Stock"/>.</summary>
    public int? StockReceived { get; private init; }

    /// <summary>Units in paid orders.</summary>
    public int SoldQuantity { get; private init; }

    /// <summary>Credits that one unit adds to the balance; 0 for ordinary goods.</summary>
    public int CreditsGranted { get; private init; }

    /// <summary>False while it is out of the catalogue.</summary>
    public bool IsForSale { get; private set; } = true;

    /// <summary>The name as <see cref="SearchText"/> spells it: É sorts like E, in both databases.</summary>
    public string SortName { get; private set; } = null!;

    /// <summary>Reviews that are shown. Changed only by an UPDATE in the transaction that changes the reviews.</summary>
    public int ReviewCount { get; private init; }

    /// <summary>Sum of the ratings of those reviews.</summary>
    public int RatingSum { get; private init; }

    /// <summary>Their average in hundredths, rounded half up: 433 is 4.33. 0 without reviews.</summary>
    public int RatingHundredths { get; private init; }

    /// <summary>Set for products of the sample catalogue only.</summary>
    public SampleRating? SampleRating { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public Money Price => new(PriceMinorUnits, Currency);

    public Money? OriginalPrice => OriginalPriceMinorUnits is { } original ? new Money(original, Currency) : null;

    /// <summary>Whole percent off the original price, rounded half up. 0 when there is none.</summary>
    public int DiscountPercent => OriginalPriceMinorUnits is { } original && original > PriceMinorUnits
        ? (int)(((original - PriceMinorUnits) * 200 + original) / (original * 2))
        : 0;

    /// <summary>For sale, and at least one is left.</summary>
    public bool IsAvailable => IsForSale && Stock is not 0;

    /// <param name="stock">Units on the shelf, for physical goods only.</param>
    /// <param name="creditsGranted">Above 0 for credit packs only.</param>
    /// <exception cref="InvalidProductException">Kind, stock, credits and prices do not fit together, or the description is not within its bounds.</exception>
    public static Product Create(
        ProductDescription description,
        ProductKind kind,
        Money price,
        Money? originalPrice,
        int? stock,
        int creditsGranted,
        DateTimeOffset now,
        SampleRating? sampleRating = null)
    {
        InvalidProductException.Unless(stock.HasValue == (kind is ProductKind.Physical) && stock is null or (>= 0 and <= StockMax), "stock",
            $"Un produit physique a un stock de 0 à {StockMax} ; les autres n'en ont pas.");
        InvalidProductException.Unless(creditsGranted is >= 0 and <= CreditsMax && creditsGranted > 0 == (kind is ProductKind.CreditPack), "creditsGranted",
            $"Un pack accorde de 1 à {CreditsMax} crédits ; les autres produits n'en accordent pas.");
        InvalidProductException.Unless(CatalogSlug.IsOne(description.Slug), "slug", CatalogSlug.Rule);
        var product = new Product
        {
            Id = ProductId.From(Guid.CreateVersion7(now)),
            Slug = description.Slug,
            Kind = kind,
            Currency = price.Currency,
            Stock = stock,
            StockReceived = stock,
            CreditsGranted = creditsGranted,
            SampleRating = sampleRating,
            CreatedAt = now,
        };
        product.Describe(description);
        product.ChangePrice(price, originalPrice);
        return product;
    }

    /// <summary>Replaces the words about it. Its slug stays: addresses of the shop are made of it.</summary>
    /// <exception cref="InvalidProductException">A part is not within its bounds.</exception>
    public void Describe(ProductDescription description)
    {
        InvalidProductException.Unless(
            description.WeightGrams is >= 0 and <= WeightGramsMax && (description.WeightGrams == 0 || Kind is ProductKind.Physical), "weightGrams",
            $"Un produit physique pèse au plus {WeightGramsMax} grammes ; les autres ne pèsent rien.");
        var cleaned = description.Cleaned();
        Name = cleaned.Name;
        Description = cleaned.Short;
        LongDescription = cleaned.Long;
        CategorySlug = cleaned.CategorySlug;
        Badge = cleaned.Badge;
        Images = cleaned.Images ?? [];
        WeightGrams = cleaned.WeightGrams;
        SortName = SearchText.Of(cleaned.Name);
    }

    /// <summary>Changes what it costs from now on; orders keep the price they were placed at.</summary>
    /// <param name="originalPrice">Null ends the discount.</param>
    /// <exception cref="InvalidProductException">Not above zero, or not below the original price, or in another currency.</exception>
    public void ChangePrice(Money price, Money? originalPrice)
    {
        InvalidProductException.Unless(price.MinorUnits is > 0 and <= PriceMax && price.Currency == Currency, "price",
            "Le prix doit être positif, d'au plus dix millions d'unités, et dans la monnaie du produit.");
        InvalidProductException.Unless(
            originalPrice is null || (originalPrice.Currency == Currency && originalPrice > price && originalPrice.MinorUnits <= PriceMax),
            "originalPrice", "Le prix d'origine doit dépasser le prix.");
        PriceMinorUnits = price.MinorUnits;
        OriginalPriceMinorUnits = originalPrice?.MinorUnits;
    }

    /// <summary>Takes it out of the catalogue.</summary>
    public void Withdraw() => IsForSale = false;

    /// <summary>Puts it back into the catalogue.</summary>
    public void Restore() => IsForSale = true;
}
