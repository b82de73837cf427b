using Webox.Domain.Carts;
using Webox.Domain.Orders;
using Webox.Domain.Promotions;

namespace Webox.Domain.Tests.Carts;

public sealed class CartQuoteTests
{
    [Fact]
    public void A_new_cart_needs_everything() =>
        Assert.Equal(
            [CheckoutProblem.CartEmpty, CheckoutProblem.EmailMissing, CheckoutProblem.BillingAddressMissing],
            Shop.Cart().Quote().Problems);

    [Fact]
    public void A_complete_cart_has_no_problem_and_no_warning()
    {
        var product = Shop.Digital();
        var quote = Shop.ReadyCart((product, 1)).Quote(products: product);

        Assert.Empty(quote.Problems);
        Assert.Empty(quote.Warnings);
    }

    [Fact]
    public void A_parcel_needs_some_address()
    {
        var product = Shop.Physical(stock: 1);

        Assert.Contains(CheckoutProblem.ShippingAddressMissing, Shop.Cart((product, 1)).Quote(products: product).Problems);
        Assert.Empty(Shop.ReadyCart((product, 1)).Quote(products: product).Problems);
    }

    [Fact]
    public void A_changed_price_is_charged_and_warned_of()
    {
        var product = Shop.Digital(cents: 1000);
        var cart = Shop.ReadyCart((product, 2));
        product.ChangePrice(new Money(1200, Currency.Eur), originalPrice: null);

        var quote = cart.Quote(products: product);

        Assert.Equal(new Money(2880, Currency.Eur), quote.Totals.Total);
        var warning = Assert.Single(quote.Warnings);
        Assert.Equal((CartWarningKind.PriceChanged, cart.Lines[0]), (warning.Kind, warning.Line));
        Assert.Empty(quote.Problems);
    }

    [Fact]
    public void What_left_the_catalogue_blocks_the_checkout()
    {
        var product = Shop.Digital();
        var cart = Shop.ReadyCart((product, 1));
        product.Withdraw();

        var quote = cart.Quote(products: product);

        Assert.Equal([CheckoutProblem.ProductUnavailable], quote.Problems);
        Assert.Equal([CartWarningKind.ProductUnavailable], quote.Warnings.Select(warning => warning.Kind));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Credits_are_sold_to_customers_only(bool isGuest)
    {
        var pack = Shop.Credits(500);

        var quote = Shop.ReadyCart((pack, 1)).Quote(isGuest, pack);

        Assert.Equal(isGuest ? [CheckoutProblem.ProductUnavailable] : [], quote.Problems);
        Assert.Equal(isGuest ? [CartWarningKind.ProductUnavailable] : [], quote.Warnings.Select(warning => warning.Kind));
    }

    [Fact]
    public void A_code_that_takes_nothing_off_is_a_warning_and_no_silent_total()
    {
        var product = Shop.Digital(cents: 1000);
        var cart = Shop.ReadyCart((product, 1));
        var code = PromoCode.Create(new PromoCodeTerms("RICH", PromoCodeKind.Percent, 10, new Money(2000, Currency.Eur)), Shop.Now);
        var products = new Dictionary<Domain.Catalog.ProductId, Domain.Catalog.Product> { [product.Id] = product };

        var quote = new CartQuote(cart, products, SalesTerms.Default, isGuest: true, Shop.Now, new AppliedPromoCode(code, 0));

        Assert.Equal((new Money(1200, Currency.Eur), PromoCodeProblem.MinimumNotReached, "RICH"), (quote.Totals.Total, quote.PromoCodeProblem, quote.AppliedCode));
        Assert.Equal([CartWarningKind.PromoCodeNotApplicable], quote.Warnings.Select(warning => warning.Kind));
        Assert.Throws<PromoCodeNotUsableException>(() => Order.Place(cart, quote, customer: null, Shop.Now));
        Assert.Equal(CartStatus.Open, cart.Status);
    }

    [Fact]
    public void The_tax_is_that_of_the_billing_country()
    {
        var product = Shop.Digital(cents: 10000);
        var cart = Shop.Cart((product, 1));
        cart.UpdateCheckout(null, Address.Create("Jef", "1 Grand Place", null, "Bruxelles", "1000", "BE"), null);
        var terms = SalesTerms.Default with { Taxes = new TaxRates([new TaxRule("BE", null, null, new TaxRate(2100))]) };

        var quote = new CartQuote(cart, new Dictionary<Domain.Catalog.ProductId, Domain.Catalog.Product> { [product.Id] = product }, terms, isGuest: true, Shop.Now);

        Assert.Equal(new Money(2100, Currency.Eur), quote.Totals.Tax);
    }
}
