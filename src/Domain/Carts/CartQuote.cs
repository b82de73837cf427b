using Webox.Domain.Catalog;
using Webox.Domain.Promotions;

namespace Webox.Domain.Carts;

/// <summary>A cart at today's prices, stock, shipping and tax.</summary>
public sealed class CartQuote
{
    private readonly Cart _cart;
    private readonly AppliedPromoCode? _promoCode;
    private readonly bool _isGuest;
    private readonly DateTimeOffset _now;
    private readonly Money? _shipping;

    /// <param name="products">Every product of the cart.</param>
    /// <param name="isGuest">Credit packs are not sold to guests: there is no balance to put the credits on.</param>
    /// <param name="promoCode">The cart's. Null when it has none.</param>
    public CartQuote(
        Cart cart, IReadOnlyDictionary<ProductId, Product> products, SalesTerms terms, bool isGuest, DateTimeOffset now, AppliedPromoCode? promoCode = null)
    {
        (_cart, _promoCode, _isGuest, _now) = (cart, promoCode, isGuest, now);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        Lines =
        [
            .. cart.Lines.OrderBy(line => line.Position).Select(line => (line, product: products[line.ProductId])).Select(pair =>
                new QuotedLine(pair.line, pair.product, terms.Taxes.For(cart.BillingAddress?.Country, pair.product.Kind, today))),
        ];
        _shipping = ParcelPrice(terms);
        Totals = Totals.Of(
            [.. Lines.Select(line => line.Priced)], DiscountOn(Subtotal), _shipping ?? Money.Zero(cart.Currency), terms.PricesIncludeTax);
    }

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<QuotedLine> Lines { get; }

    public Totals Totals { get; }

    /// <summary>The code on the cart, whether it takes something off or not. Null: none.</summary>
    public string? AppliedCode => _promoCode?.Code.Code;

    /// <summary>The code that takes something off. Null when none does.</summary>
    public PromoCode? PromoCode => PromoCodeProblem is null ? _promoCode?.Code : null;

    /// <summary>Why the cart's code takes nothing off. Null when it does, or there is none.</summary>
    public PromoCodeProblem? PromoCodeProblem => _promoCode?.ProblemFor(Subtotal, _now);

    /// <summary>Empty when the cart can become an order. A promo code that takes nothing off is a warning and no problem: it can be removed.</summary>
    public IReadOnlyList<CheckoutProblem> Problems
    {
        get
        {
            var problems = new List<CheckoutProblem>();
            Add(CheckoutProblem.CartEmpty, Lines.Count == 0);
            Add(CheckoutProblem.EmailMissing, _cart.Email is null);
            Add(CheckoutProblem.BillingAddressMissing, _cart.BillingAddress is null);
            Add(CheckoutProblem.ShippingAddressMissing, Destination is null && HasParcel);
            Add(CheckoutProblem.ProductUnavailable, Lines.Any(IsUnavailable));
            Add(CheckoutProblem.OutOfStock, Lines.Any(line => line.ExceedsStock));
            Add(CheckoutProblem.ShippingUnavailable, Destination is not null && HasParcel && _shipping is null);
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

    public IReadOnlyList<CartWarning> Warnings => [.. Lines.SelectMany(WarningsOf), .. LeftOutWarnings, .. PromoCodeWarnings];

    private IEnumerable<CartWarning> LeftOutWarnings => _cart.LeftOut.Select(name =>
        new CartWarning(CartWarningKind.QuantityCapped, $"« {name} » n'a pas pu être ajouté à votre panier.", Line: null));

    private IEnumerable<CartWarning> PromoCodeWarnings => PromoCodeProblem is { } problem
        ? [new(CartWarningKind.PromoCodeNotApplicable, PromoCodeNotUsableException.MessageFor(problem, _promoCode!.Code.MinimumSubtotal), Line: null)]
        : [];

    private Money Subtotal => Lines.Aggregate(Money.Zero(_cart.Currency), (sum, line) => sum + line.Total);

    private bool HasParcel => Lines.Any(line => line.Product.Kind is ProductKind.Physical);

    private Address? Destination => _cart.ShippingAddress ?? _cart.BillingAddress;

    /// <exception cref="PromoCodeNotUsableException">The cart's code takes nothing off: placing the order would cost more than the code promised.</exception>
    internal void RequirePromoCode() => _promoCode?.Require(Subtotal, _now);

    private Money DiscountOn(Money subtotal) => PromoCode?.DiscountOn(subtotal) ?? Money.Zero(_cart.Currency);

    private Money? ParcelPrice(SalesTerms terms)
    {
        var grams = Lines.Where(line => line.Product.Kind is ProductKind.Physical).Sum(line => (long)line.Product.WeightGrams * line.Line.Quantity);
        return !HasParcel ? Money.Zero(_cart.Currency)
            : terms.Shipping.For(Destination?.Country, grams) is { } price && price.Currency == _cart.Currency ? price
            : null;
    }

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
        !line.Product.IsForSale || (_isGuest && line.Product.Kind is ProductKind.CreditPack);
}
