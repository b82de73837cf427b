namespace Webox.Domain.Catalog;

public sealed class ProductNotFoundException() : DomainException("Ce produit n'existe pas ou n'est plus en vente.");

/// <summary>Fewer units are left than were asked for.</summary>
public sealed class OutOfStockException(Product product, int available) : DomainException(
    available == 0 ? $"« {product.Name} » est épuisé." : $"Il ne reste que {available} exemplaire(s) de « {product.Name} ».")
{
    public Product Product { get; } = product;

    /// <summary>Units that can still be bought.</summary>
    public int Available { get; } = available;
}

/// <summary>Something said about a product is not within its bounds.</summary>
public sealed class InvalidProductException(string field, string message) : DomainException(message)
{
    /// <summary>As clients call it.</summary>
    public string Field { get; } = field;

    internal static void Unless(bool holds, string field, string message)
    {
        if (!holds)
        {
            throw new InvalidProductException(field, message);
        }
    }
}

public sealed class CategoryNotFoundException(string slug) : DomainException($"La catégorie « {slug} » n'existe pas.")
{
    public string Slug { get; } = slug;
}

public sealed class SlugTakenException(string slug) : DomainException($"Un produit s'appelle déjà « {slug} ».")
{
    public string Slug { get; } = slug;
}

/// <summary>The stock is not what the person who changes it saw, or would fall below zero.</summary>
public sealed class StockConflictException(int stock) : DomainException($"Le stock est maintenant de {stock} : vérifiez, puis recommencez.")
{
    /// <summary>Units on the shelf now.</summary>
    public int Stock { get; } = stock;
}

/// <summary>Digital goods and credits never run out.</summary>
public sealed class StockNotCountedException() : DomainException("Le stock de ce produit n'est pas compté.");
