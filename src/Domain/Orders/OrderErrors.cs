namespace Webox.Domain.Orders;

public sealed class OrderNotFoundException() : DomainException("Cette commande n'existe pas ou n'est pas la vôtre.");

public sealed class OrderNotPayableException(OrderStatus status) : DomainException("Cette commande ne peut pas être payée.")
{
    public OrderStatus Status { get; } = status;
}

public sealed class OrderNotFulfillableException(OrderStatus status) : DomainException("Seule une commande payée peut être expédiée.")
{
    public OrderStatus Status { get; } = status;
}

public sealed class OrderNotCancelableException(OrderStatus status) : DomainException("Cette commande ne peut plus être annulée.")
{
    public OrderStatus Status { get; } = status;
}
