namespace Webox.Domain.Catalog;

/// <summary>Something for sale. A product that is no longer sold stays, because carts and orders refer to it.</summary>
public sealed class Product
{
    /// <summary>The heaviest unit: a tonne.</summary>
    public const int WeightGramsMax = 1_000_000;

    private Product()
    {
        // EF Core
    }

    public ProductId Id { get; private init; }

    /// <summary>Unique, stable and readable; used in web addresses.</summary>
    public string Slug { get; private init; } = null!;

    public string Name { get; private init; } = null!;

    /// <summary>One line for lists.</summary>
    public string? Description { get; private init; }

    public string? LongDescription { get; private init; }

    public ProductKind Kind { get; private init; }

    public string CategorySlug { get; private init; } = null!;

    public Currency Currency { get; private init; } = null!;

    public long PriceMinorUnits { get; private set; }

    /// <summary>Null when there is no discount.</summary>
    public long? OriginalPriceMinorUnits { get; private set; }

    /// <summary>Short label to show on the product: <c>Nouveau</c>.</summary>
    public string? Badge { get; private init; }

    public string? ImageUrl { get; private init; }

    /// <summary>Units left. Null for what never runs out. Changed only by a conditional UPDATE, so that no unit is sold twice.</summary>
    public int? Stock { get; private init; }

    /// <summary>Of one unit with its wrapping, in grams; what a parcel costs depends on it. 0 for what is not shipped.</summary>
    public int WeightGrams { get; private init; }

    /// <summary>Units ever put on the shelf: <see cref="Stock"/> plus everything sold. Null like <see cref="Stock"/>.</summary>
    public int? StockReceived { get; private init; }

    /// <summary>Units in paid orders.</summary>
    public int SoldQuantity { get; private init; }

    /// <summary>Credits that one unit adds to the balance; 0 for ordinary goods.</summary>
    public int CreditsGranted { get; private init; }

    /// <summary>False once it has left the catalogue.</summary>
    public bool IsForSale { get; private set; } = true;

    /// <summary>Name, description and long description as <see cref="Catalog.SearchText"/> spells them.</summary>
    public string SearchText { get; private init; } = null!;

    /// <summary>The name as <see cref="Catalog.SearchText"/> spells it: É sorts like E, in both databases.</summary>
    public string SortName { get; private init; } = null!;

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
    /// <exception cref="ArgumentException">Kind, stock, credits and prices do not fit together.</exception>
    public static Product Create(
        ProductDescription description, ProductKind kind, Money price, Money? originalPrice, int? stock, int creditsGranted, DateTimeOffset now)
    {
        var fits = stock.HasValue == (kind is ProductKind.Physical) && stock is null or >= 0
            && creditsGranted >= 0 && creditsGranted > 0 == (kind is ProductKind.CreditPack)
            && description.WeightGrams is >= 0 and <= WeightGramsMax && (description.WeightGrams == 0 || kind is ProductKind.Physical)
            && price.MinorUnits > 0 && (originalPrice is null || originalPrice > price);
        return fits
            ? new Product
            {
                Id = ProductId.From(Guid.CreateVersion7(now)),
                Slug = description.Slug,
                Name = description.Name,
                Description = description.Short,
                LongDescription = description.Long,
                Kind = kind,
                CategorySlug = description.CategorySlug,
                Currency = price.Currency,
                PriceMinorUnits = price.MinorUnits,
                OriginalPriceMinorUnits = originalPrice?.MinorUnits,
                Badge = description.Badge,
                ImageUrl = description.ImageUrl,
                Stock = stock,
                StockReceived = stock,
                WeightGrams = description.WeightGrams,
                CreditsGranted = creditsGranted,
                SearchText = Catalog.SearchText.Of($"{description.Name} {description.Short} {description.Long}"),
                SortName = Catalog.SearchText.Of(description.Name),
                CreatedAt = now,
            }
            : throw new ArgumentException($"{description.Slug}: kind, stock, credits and prices do not fit together.", nameof(kind));
    }

    /// <summary>Changes what it costs from now on; orders keep the price they were placed at.</summary>
    /// <param name="originalPrice">Null ends the discount.</param>
    public void ChangePrice(Money price, Money? originalPrice)
    {
        if (price.MinorUnits <= 0 || price.Currency != Currency || (originalPrice is not null && originalPrice <= price))
        {
            throw new ArgumentException($"{price} instead of {originalPrice} is no price for {Slug}.", nameof(price));
        }

        PriceMinorUnits = price.MinorUnits;
        OriginalPriceMinorUnits = originalPrice?.MinorUnits;
    }

    /// <summary>Takes it out of the catalogue.</summary>
    public void Withdraw() => IsForSale = false;
}
