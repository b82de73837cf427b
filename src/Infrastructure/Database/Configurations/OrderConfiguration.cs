using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Promotions;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class OrderConfiguration : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> order)
    {
        order.ToTable("orders", table =>
        {
            table.HasCheckConstraint("ck_orders_amounts", "subtotal_minor_units > 0 AND discount_minor_units BETWEEN 0 AND subtotal_minor_units AND shipping_minor_units >= 0 AND tax_minor_units >= 0");
            table.HasCheckConstraint("ck_orders_total", "total_minor_units = subtotal_minor_units - discount_minor_units + shipping_minor_units + CASE WHEN prices_include_tax THEN 0 ELSE tax_minor_units END");

            table.HasCheckConstraint("ck_orders_promo_code", "(promo_code IS NULL) = (promo_code_id IS NULL) AND (promo_code IS NOT NULL OR discount_minor_units = 0)");

            // News of a refund may be faster than news of the payment; until both are known the order is under review.
            table.HasCheckConstraint("ck_orders_money", "paid_minor_units >= 0 AND refunded_minor_units >= 0 AND (refunded_minor_units <= paid_minor_units OR status = 'InReview')");
        });
        order.Property(o => o.Id).ValueGeneratedNever();
        order.Property(o => o.Number).HasMaxLength(20);
        order.Property(o => o.TrackingNumber).HasMaxLength(Order.TrackingNumberLengthMax);
        order.Property(o => o.Email).HasMaxLength(254);
        // The one rate of orders from before each line had its own.
        order.Property<int>("TaxBasisPoints");
        order.Property(o => o.PromoCode).HasMaxLength(PromoCode.CodeLengthMax);
        order.Ignore(o => o.Subtotal);
        order.Ignore(o => o.Discount);
        order.Ignore(o => o.Shipping);
        order.Ignore(o => o.Tax);
        order.Ignore(o => o.Total);
        order.Ignore(o => o.Paid);
        order.Ignore(o => o.Refunded);
        order.Ignore(o => o.TaxLines);
        order.Ignore(o => o.LineCosts);
        order.Ignore(o => o.CreditsKept);

        order.HasIndex(o => o.Number).IsUnique();

        // One cart becomes one order, even when two requests race.
        order.HasIndex(o => o.CartId).IsUnique();
        order.HasOne<Cart>().WithOne().HasForeignKey<Order>(o => o.CartId).OnDelete(DeleteBehavior.Restrict);
        order.HasOne<Customer>().WithMany().HasForeignKey(o => o.CustomerId).OnDelete(DeleteBehavior.Restrict);

        order.HasOne<PromoCode>().WithMany().HasForeignKey(o => o.PromoCodeId).OnDelete(DeleteBehavior.Restrict);

        // A customer's orders, newest first; all orders, newest first; the unpaid ones that are due.
        order.HasIndex(o => new { o.CustomerId, o.PlacedAt, o.Number });
        order.HasIndex(o => new { o.PlacedAt, o.Number });
        order.HasIndex(o => o.PaidAt);
        order.HasIndex(o => o.ExpiresAt).HasFilter("status = 'AwaitingPayment'");
        order.HasIndex(o => o.Status).HasFilter("status = 'InReview'");

        order.OwnsMany(o => o.Lines, line =>
        {
            line.ToTable("order_lines", table => table.HasCheckConstraint(
                "ck_order_lines_amounts",
                "quantity BETWEEN 1 AND 999 AND unit_price_minor_units > 0 AND credits_granted >= 0 AND returned_quantity BETWEEN 0 AND quantity "
                + "AND discount_minor_units BETWEEN 0 AND unit_price_minor_units * quantity AND shipping_minor_units >= 0 AND tax_basis_points >= 0"));
            line.WithOwner().HasForeignKey("OrderId");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Property(l => l.Name).HasMaxLength(200);
            line.Ignore(l => l.UnitPrice);
            line.Ignore(l => l.Total);
            line.Ignore(l => l.TaxRate);
            line.Ignore(l => l.Discount);
            line.Ignore(l => l.Shipping);
            line.HasIndex("OrderId", nameof(OrderLine.ProductId)).IsUnique();
            line.HasOne<Product>().WithMany().HasForeignKey(l => l.ProductId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
