using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Webox.Domain.Customers;
using Webox.Domain.Orders;

namespace Webox.Application.Accounts;

/// <summary>Writes what a customer bought, means to buy and thinks of it.</summary>
public sealed class ExportPurchases(IWeboxDb db)
{
    public async Task ExecuteAsync(Utf8JsonWriter json, CustomerId id, CancellationToken cancellationToken)
    {
        await json.WriteListAsync(
            "orders",
            Guid.Empty,
            last => db.Orders.FromSql($"SELECT * FROM orders WHERE id > {last}").Where(order => order.CustomerId == id).OrderBy(order => order.Id),
            order => order.Id.Value,
            page => ShapeAsync(page, cancellationToken),
            cancellationToken);
        await json.WriteListAsync(
            "carts",
            last => db.Carts.FromSql($"SELECT * FROM carts WHERE id > {last}").Where(cart => cart.CustomerId == id).OrderBy(cart => cart.Id),
            cart => cart.Id.Value,
            cart => new
            {
                Id = cart.Id.Value,
                cart.Status,
                cart.CreatedAt,
                cart.UpdatedAt,
                cart.Email,
                cart.BillingAddress,
                cart.ShippingAddress,
                Lines = cart.Lines.Select(line => new { Product = line.ProductId.Value, line.Quantity }),
            },
            cancellationToken);
        await json.WriteListAsync(
            "wishlist",
            last => db.WishlistItems.FromSql($"SELECT * FROM wishlist_items WHERE id > {last}").Where(item => item.CustomerId == id).OrderBy(item => item.Id),
            item => item.Id.Value,
            item => new { Product = item.ProductId.Value },
            cancellationToken);
        await json.WriteListAsync(
            "reviews",
            last => db.Reviews.FromSql($"SELECT * FROM reviews WHERE id > {last}").Where(review => review.CustomerId == id).OrderBy(review => review.Id),
            review => review.Id.Value,
            review => new
            {
                Product = review.ProductId.Value,
                review.Rating,
                review.Title,
                review.Text,
                review.CreatedAt,
                review.EditedAt,
                review.HiddenReason,
            },
            cancellationToken);
        await json.WriteListAsync(
            "creditEntries",
            last => db.CreditEntries.FromSql($"SELECT * FROM credit_entries WHERE id > {last}").Where(entry => entry.CustomerId == id).OrderBy(entry => entry.Id),
            entry => entry.Id.Value,
            entry => new { entry.CreatedAt, entry.Kind, entry.Amount, entry.OrderId, entry.GenerationId, entry.Month },
            cancellationToken);
        json.WriteValue("paymentProviders", await db.CustomerRecords.AsNoTracking().Where(record => record.CustomerId == id)
            .Select(record => new { record.Provider, record.Reference }).ToListAsync(cancellationToken));
    }

    /// <summary>Orders with all that hangs on them, in four statements a page.</summary>
    private async Task<IEnumerable<object>> ShapeAsync(IReadOnlyList<Order> page, CancellationToken cancellationToken)
    {
        var ids = page.Select(order => order.Id).ToList();
        var payments = (await db.Payments.AsNoTracking().Where(p => ids.Contains(p.OrderId)).ToListAsync(cancellationToken)).ToLookup(p => p.OrderId);
        var refunds = (await db.Refunds.AsNoTracking().Where(r => ids.Contains(r.OrderId)).ToListAsync(cancellationToken)).ToLookup(r => r.OrderId);
        var invoices = (await db.Invoices.AsNoTracking().Where(i => ids.Contains(i.OrderId)).ToListAsync(cancellationToken)).ToLookup(i => i.OrderId);
        var licenses = (await db.Licenses.AsNoTracking().Where(l => ids.Contains(l.OrderId)).ToListAsync(cancellationToken)).ToLookup(l => l.OrderId);
        return page.Select(order => new
        {
            order.Number,
            order.Status,
            order.PlacedAt,
            order.PaidAt,
            order.FulfilledAt,
            order.TrackingNumber,
            order.Email,
            order.BillingAddress,
            order.ShippingAddress,
            order.PromoCode,
            Subtotal = order.Subtotal.ToString(),
            Discount = order.Discount.ToString(),
            Shipping = order.Shipping.ToString(),
            Tax = order.Tax.ToString(),
            Total = order.Total.ToString(),
            Lines = order.Lines.OrderBy(line => line.Position).Select(line => new
            {
                Product = line.ProductId.Value,
                line.Name,
                line.Quantity,
                line.ReturnedQuantity,
                UnitPrice = line.UnitPrice.ToString(),
            }),
            Payments = payments[order.Id].Select(p => new { p.Provider, p.Status, p.CreatedAt, Amount = p.Amount.ToString(), Captured = p.Captured.ToString() }),
            Refunds = refunds[order.Id].Select(r => new { r.Status, r.CreatedAt, Amount = r.Amount.ToString(), r.Reason }),
            Invoices = invoices[order.Id].Select(i => new { i.Kind, i.Number, i.IssuedAt, Total = i.Total.ToString() }),
            Licenses = licenses[order.Id].Select(l => new { l.Key, l.Seats, l.IssuedAt, l.RevokedAt }),
        });
    }
}
