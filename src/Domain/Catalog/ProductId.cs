namespace Webox.Domain.Catalog;

/// <summary>Identifies a <see cref="Product"/>.</summary>
public readonly record struct ProductId(Guid Value) : IEntityId<ProductId>
{
    public static ProductId From(Guid value) => new(value);
}
