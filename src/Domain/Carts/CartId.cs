namespace Webox.Domain.Carts;

/// <summary>Identifies a <see cref="Cart"/>.</summary>
public readonly record struct CartId(Guid Value) : IEntityId<CartId>
{
    public static CartId From(Guid value) => new(value);
}

/// <summary>Identifies a <see cref="CartLine"/>.</summary>
public readonly record struct CartLineId(Guid Value) : IEntityId<CartLineId>
{
    public static CartLineId From(Guid value) => new(value);
}
