using FsCheck;
using FsCheck.Fluent;
using Webox.Domain.Invoices;
using Webox.Domain.Tests.Orders;

namespace Webox.Domain.Tests.Invoices;

public sealed class InvoiceTaxesProperties
{
    [Fact]
    public void Whatever_portions_an_order_is_refunded_in_its_credit_notes_add_up_to_its_invoice_at_each_rate() =>
        RefundProperties.Orders.SelectMany(order => Gen.Choose(1, 100).NonEmptyListOf(), (order, percents) => (order, percents: percents.Take(6).ToList()))
            .Where(c => c.order.TotalMinorUnits > 0)
            .Check(c =>
            {
                var whole = InvoiceTaxes.Of(c.order);
                var left = whole;
                foreach (var percent in c.percents.Append(100))
                {
                    var amount = Math.Max(1, left.Sum(tax => tax.GrossMinorUnits) * percent / 100);
                    if (left.Sum(tax => tax.GrossMinorUnits) == 0)
                    {
                        break;
                    }

                    var part = InvoiceTaxes.Part(left, amount, c.order, []);
                    left = InvoiceTaxes.Left(left, part);
                    if (part.Sum(tax => tax.GrossMinorUnits) != amount || left.Any(tax => tax.NetMinorUnits < 0 || tax.TaxMinorUnits < 0))
                    {
                        return false;
                    }
                }

                return whole.Sum(tax => tax.GrossMinorUnits) == c.order.TotalMinorUnits && left.All(tax => tax is { NetMinorUnits: 0, TaxMinorUnits: 0 });
            });
}
