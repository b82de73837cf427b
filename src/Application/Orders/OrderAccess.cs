using Webox.Domain.Carts;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Orders;

/// <summary>Which orders someone may see.</summary>
public static class OrderAccess
{
    /// <summary>Customers see their own, staff see all, guests none: theirs are opened by <see cref="OpenedBy"/>.</summary>
    public static IQueryable<Order> VisibleTo(this IQueryable<Order> orders, ICurrentCustomer customer)
    {
        if (customer.IsOrderStaff())
        {
            return orders;
        }

        return customer.Id is { } owner ? orders.OwnedBy(owner) : orders.Where(_ => false);
    }

    public static IQueryable<Order> OwnedBy(this IQueryable<Order> orders, CustomerId owner) => orders.Where(order => order.CustomerId == owner);

    /// <summary>A guest's order, that came from the cart whose token was shown.</summary>
    public static IQueryable<Order> OpenedBy(this IQueryable<Order> orders, CartId cart) =>
        orders.Where(order => order.CartId == cart && order.CustomerId == null);

    /// <summary>What only the buyer and staff see: a customer's own order, or a guest's with the token of its cart.</summary>
    /// <param name="cart">That a token opened. Null: none was shown.</param>
    public static bool IsOpenTo(this Order order, ICurrentCustomer customer, CartId? cart) =>
        customer.IsOrderStaff() || order.BelongsTo(customer, cart);

    /// <summary>A customer's own order, or a guest's with the token of its cart.</summary>
    /// <param name="cart">That a token opened. Null: none was shown.</param>
    public static bool BelongsTo(this Order order, ICurrentCustomer customer, CartId? cart) =>
        order.CustomerId is { } owner ? owner == customer.Id : order.CartId == cart;

    /// <summary>
    /// Orders that the customer may pay: their own, and a guest's. A guest's order is opened for paying by its id alone, 74 random bits
    /// that only who placed it was told.
    /// </summary>
    public static IQueryable<Order> PayableBy(this IQueryable<Order> orders, ICurrentCustomer customer)
    {
        var owner = customer.Id;
        return orders.Where(order => order.CustomerId == null || order.CustomerId == owner);
    }

    /// <summary>The payments of the orders that the customer may pay.</summary>
    public static IQueryable<Payment> PayableBy(this IQueryable<Payment> payments, IQueryable<Order> orders, ICurrentCustomer customer) =>
        payments.Of(orders.PayableBy(customer));

    /// <summary>The payments of these orders.</summary>
    public static IQueryable<Payment> Of(this IQueryable<Payment> payments, IQueryable<Order> orders) =>
        payments.Where(payment => orders.Any(order => order.Id == payment.OrderId));

    /// <summary>Reads everybody's orders and payments.</summary>
    public static bool IsOrderStaff(this ICurrentCustomer customer) =>
        customer is { Id: not null, Role: Role.Support or Role.Finance or Role.Admin };
}
