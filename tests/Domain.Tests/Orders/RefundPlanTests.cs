using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Domain.Tests.Orders;

public sealed class RefundPlanTests
{
    [Fact]
    public void A_line_costs_its_share_of_the_total_tax_included()
    {
        var order = Place((Shop.Digital(10000), 2), (Shop.Digital(5000), 1));
        var line = order.Lines.Single(line => line.Quantity == 2);

        var share = RefundPlan.For(order, null, [new RefundLine(line.Id, 1)], order.Total, order.TotalMinorUnits);

        Assert.Equal((new Money(12000, Currency.Eur), 1), (share.Amount, share.Lines.Count));
    }

    [Fact]
    public void Nothing_said_is_everything_and_returns_every_unit()
    {
        var order = Place((Shop.Digital(10000), 2), (Shop.Digital(5000), 1));

        var share = RefundPlan.For(order, null, [], order.Total, order.TotalMinorUnits);

        Assert.Equal((order.Total, 3), (share.Amount, share.Lines.Sum(line => line.Quantity)));
    }

    [Fact]
    public void An_amount_that_leaves_something_returns_nothing()
    {
        var order = Place((Shop.Digital(10000), 1));

        var share = RefundPlan.For(order, new Money(500, Currency.Eur), [], order.Total, order.TotalMinorUnits);

        Assert.Equal((500, 0), (share.Amount.MinorUnits, share.Lines.Count));
    }

    [Fact]
    public void The_surplus_of_an_order_that_was_paid_twice_returns_nothing()
    {
        var order = Place((Shop.Digital(10000), 1));

        var share = RefundPlan.For(order, null, [], order.Total, kept: 2 * order.TotalMinorUnits);

        Assert.Equal((order.Total, 0), (share.Amount, share.Lines.Count));
    }

    [Fact]
    public void Units_in_whatever_portions_add_up_to_the_order()
    {
        var random = new Random(20261125);
        for (var i = 0; i < 2_000; i++)
        {
            var order = Place([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => (Shop.Digital(random.Next(1, 100_000)), random.Next(1, 20)))]);
            long refunded = 0;
            while (order.Lines.Where(line => line.ReturnedQuantity < line.Quantity).ToList() is { Count: > 0 } left)
            {
                var line = left[random.Next(left.Count)];
                RefundLine[] units = [new(line.Id, random.Next(1, line.Quantity - line.ReturnedQuantity + 1))];
                refunded += RefundPlan.For(order, null, units, order.Total, order.TotalMinorUnits).Amount.MinorUnits;
                order.Return(units);
            }

            Assert.Equal(order.TotalMinorUnits, refunded);
        }
    }

    [Fact]
    public void Lines_and_an_amount_exclude_each_other_and_unknown_or_too_many_units_are_refused()
    {
        var order = Place((Shop.Digital(10000), 2));
        var id = order.Lines[0].Id;

        Refused(new Money(1, Currency.Eur), new RefundLine(id, 1));
        Refused(null, new RefundLine(id, 3));
        Refused(null, new RefundLine(id, 0));
        Refused(null, new RefundLine(id, 1), new RefundLine(id, 1));
        Refused(null, new RefundLine(OrderLineId.From(Guid.Empty), 1));

        Assert.Throws<InvalidRefundLinesException>(() => order.Return([new RefundLine(id, 3)]));
        Assert.Equal(0, order.Lines[0].ReturnedQuantity);

        void Refused(Money? amount, params RefundLine[] units) =>
            Assert.Throws<InvalidRefundLinesException>(() => RefundPlan.For(order, amount, units, order.Total, order.TotalMinorUnits));
    }

    private static Order Place(params (Domain.Catalog.Product Product, int Quantity)[] lines)
    {
        var cart = Shop.ReadyCart(lines);
        return Order.Place(cart, cart.Quote(products: [.. lines.Select(line => line.Product)]), null, Shop.Now);
    }
}
