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
