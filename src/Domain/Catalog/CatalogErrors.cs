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

public sealed class CategoryTakenException(string slug) : DomainException($"Une catégorie s'appelle déjà « {slug} ».")
{
    public string Slug { get; } = slug;
}

/// <summary>Something said about a category is not within its bounds.</summary>
public sealed class InvalidCategoryException(string field, string message) : DomainException(message)
{
    /// <summary>As clients call it.</summary>
    public string Field { get; } = field;
}

/// <summary>A category goes only when nothing is in it, so that no product is lost.</summary>
/// <param name="withdrawnCount">At most <paramref name="productCount"/>.</param>
public sealed class CategoryNotEmptyException(int productCount, int withdrawnCount) : DomainException(
    $"Cette catégorie contient encore {productCount} produit(s), dont {withdrawnCount} retiré(s) de la vente : déplacez-les d'abord.")
{
    /// <summary>Products in it, those that left the catalogue included.</summary>
    public int ProductCount { get; } = productCount;

    /// <summary>Those of them that left the catalogue.</summary>
    public int WithdrawnCount { get; } = withdrawnCount;
}

public sealed class TooManyCategoriesException() : DomainException($"La boutique a déjà {Category.CountMax} catégories.")
{
    public int CountMax { get; } = Category.CountMax;
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
