using FsCheck;
using FsCheck.Fluent;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.Domain.Promotions;
using Webox.Domain.Shipping;

namespace Webox.Domain.Tests.Orders;

public sealed class RefundProperties
{
    /// <summary>Orders of up to five lines at up to three rates, with discounts and shipping, priced with tax or without.</summary>
    internal static readonly Gen<Order> Orders =
        from lines in (from price in Gen.Choose(1, 99_999)
                       from quantity in Gen.Choose(1, 20)
                       from isPhysical in Gen.Elements(true, false)
                       select (price, quantity, isPhysical)).NonEmptyListOf()
        from percent in Gen.Choose(0, 99)
        from reduced in Cases.Rates
        from includesTax in Gen.Elements(true, false)
        from shipping in Gen.Choose(0, 2_000)
        select Place([.. lines.Take(5)], percent, reduced, includesTax, shipping);

    [Fact]
    public void Refunds_of_all_units_and_the_shipping_add_up_to_the_order() => Orders.Check(order =>
    {
        var costs = order.LineCosts;
        var shipping = order.TotalMinorUnits - costs.Values.Sum();
        return costs.Values.All(cost => cost >= 0) && shipping >= 0 && (order.ShippingMinorUnits > 0 || shipping == 0);
    });

    [Fact]
    public void Units_of_a_line_in_whatever_portions_cost_what_the_line_cost() =>
        Orders.SelectMany(order => Gen.Choose(3, 20), (order, portion) => (order, portion)).Check(c =>
        {
            var costs = c.order.LineCosts;
            return c.order.Lines.All(line =>
            {
                long refunded = 0;
                while (line.ReturnedQuantity < line.Quantity)
                {
                    RefundLine[] units = [new(line.Id, Math.Min(c.portion, line.Quantity - line.ReturnedQuantity))];
                    var share = RefundPlan.For(c.order, null, units, c.order.Total, c.order.TotalMinorUnits);
                    refunded += share.Amount.MinorUnits;
                    c.order.Return(units);
                }

                return refunded == costs[line.Id];
            });
        });

    private static Order Place(IReadOnlyList<(int Price, int Quantity, bool IsPhysical)> lines, int percent, TaxRate reduced, bool includesTax, int shipping)
    {
        var products = lines.Select(line => line.IsPhysical ? Shop.Physical(stock: 999, line.Price) : Shop.Digital(line.Price)).ToList();
        var cart = Shop.ReadyCart([.. products.Zip(lines, (product, line) => (product, line.Quantity))]);
        var terms = new SalesTerms(
            new TaxRates([new TaxRule(null, ProductKind.Physical, null, reduced)]), includesTax,
            new ShippingRates(Currency.Eur, new Dictionary<string, IReadOnlyList<ShippingBracket>>(), [new(long.MaxValue, shipping)]));
        var code = percent == 0
            ? null
            : new AppliedPromoCode(PromoCode.Create(new PromoCodeTerms("CODE", PromoCodeKind.Percent, percent, Money.Zero(Currency.Eur)), Shop.Now), 0);
        var quote = new CartQuote(cart, products.ToDictionary(product => product.Id), terms, isGuest: true, Shop.Now, code);
        return Order.Place(cart, quote, customer: null, Shop.Now);
    }
}
