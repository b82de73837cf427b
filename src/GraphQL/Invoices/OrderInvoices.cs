using Webox.Application;
using Webox.Application.Carts;
using Webox.Application.Orders;
using Webox.Domain.Invoices;
using Webox.Domain.Orders;

namespace Webox.GraphQL.Invoices;

[ExtendObjectType<Order>]
public static class OrderInvoices
{
    /// <summary>Null until the order is paid.</summary>
    /// <param name="cartToken">A guest's order shows its invoice only with the token of its cart.</param>
    public static async Task<Invoice?> GetInvoiceAsync(
        [Parent] Order order, string? cartToken, ICurrentCustomer current, CartTokens tokens, InvoicesByOrderDataLoader invoices, CancellationToken cancellationToken) =>
        order.IsOpenTo(current, tokens.Read(cartToken)) && await LoadAsync(order, invoices, cancellationToken) is [var invoice, ..] ? invoice : null;

    /// <summary>Credit notes for what was refunded, and invoices again for refunds that failed afterwards; oldest first.</summary>
    /// <param name="cartToken">A guest's order shows them only with the token of its cart.</param>
    public static async Task<IReadOnlyList<Invoice>> GetCreditNotesAsync(
        [Parent] Order order, string? cartToken, ICurrentCustomer current, CartTokens tokens, InvoicesByOrderDataLoader invoices, CancellationToken cancellationToken) =>
        order.IsOpenTo(current, tokens.Read(cartToken)) ? [.. (await LoadAsync(order, invoices, cancellationToken)).Skip(1)] : [];

    private static async Task<IReadOnlyList<Invoice>> LoadAsync(Order order, InvoicesByOrderDataLoader invoices, CancellationToken cancellationToken) =>
        await invoices.LoadAsync((order.Id, order.Version), cancellationToken) ?? [];
}
