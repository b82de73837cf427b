using Webox.Domain.Catalog;

namespace Webox.Domain.Carts;

/// <summary>A cart at today's prices, stock and tax.</summary>
/// <param name="products">Every product of the cart.</param>
/// <param name="isGuest">Credit packs are not sold to guests: there is no balance to put the credits on.</param>
public sealed class CartQuote(Cart cart, IReadOnlyDictionary<ProductId, Product> products, TaxRates rates, bool isGuest)
{
    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<QuotedLine> Lines { get; } =
        [.. cart.Lines.OrderBy(line => line.Position).Select(line => new QuotedLine(line, products[line.ProductId]))];

    /// <summary>At the rate of the billing country.</summary>
    public TaxRate TaxRate => rates.For(cart.BillingAddress?.Country);

    public Totals Totals => Totals.Of(Lines.Select(line => (line.Product.Price, line.Line.Quantity)), cart.Currency, TaxRate);

    /// <summary>Empty when the cart can become an order.</summary>
    public IReadOnlyList<CheckoutProblem> Problems
    {
        get
        {
            var problems = new List<CheckoutProblem>();
            Add(CheckoutProblem.CartEmpty, Lines.Count == 0);
            Add(CheckoutProblem.EmailMissing, cart.Email is null);
            Add(CheckoutProblem.BillingAddressMissing, cart.BillingAddress is null);
            Add(CheckoutProblem.ShippingAddressMissing, cart.BillingAddress is null && cart.ShippingAddress is null
                && Lines.Any(line => line.Product.Kind is ProductKind.Physical));
            Add(CheckoutProblem.ProductUnavailable, Lines.Any(IsUnavailable));
            Add(CheckoutProblem.OutOfStock, Lines.Any(line => line.ExceedsStock));
            return problems;

            void Add(CheckoutProblem problem, bool applies)
            {
                if (applies)
                {
                    problems.Add(problem);
                }
            }
        }
    }

    public IReadOnlyList<CartWarning> Warnings => [.. Lines.SelectMany(WarningsOf)];

    private IEnumerable<CartWarning> WarningsOf(QuotedLine line)
    {
        var name = line.Product.Name;
        if (!line.Product.IsForSale)
        {
            yield return new(CartWarningKind.ProductUnavailable, $"« {name} » n'est plus en vente.", line.Line);
        }
        else if (IsUnavailable(line))
        {
            yield return new(CartWarningKind.ProductUnavailable, $"Connectez-vous pour acheter « {name} ».", line.Line);
        }

        if (line.Product.PriceMinorUnits != line.Line.SeenPriceMinorUnits)
        {
            yield return new(CartWarningKind.PriceChanged, $"Le prix de « {name} » est maintenant de {line.Product.Price}.", line.Line);
        }

        if (line.Line.IsCapped)
        {
            yield return new(CartWarningKind.QuantityCapped, $"La quantité de « {name} » a été limitée à {line.Line.Quantity}.", line.Line);
        }
    }

    private bool IsUnavailable(QuotedLine line) =>
        !line.Product.IsForSale || (isGuest && line.Product.Kind is ProductKind.CreditPack);
}

/// <summary>A line and the product as it is now.</summary>
public sealed record QuotedLine(CartLine Line, Product Product)
{
    public Money Total => Product.Price * Line.Quantity;

    public bool ExceedsStock => Product.Stock is { } stock && stock < Line.Quantity;
}
