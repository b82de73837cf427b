namespace Webox.Domain.Orders;

/// <summary>Identifies an <see cref="Order"/>.</summary>
public readonly record struct OrderId(Guid Value) : IEntityId<OrderId>
{
    public static OrderId From(Guid value) => new(value);
}

/// <summary>Identifies an <see cref="OrderLine"/>.</summary>
public readonly record struct OrderLineId(Guid Value) : IEntityId<OrderLineId>
{
    public static OrderLineId From(Guid value) => new(value);
}
