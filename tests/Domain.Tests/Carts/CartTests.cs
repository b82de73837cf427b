using Webox.Domain.Carts;
using Webox.Domain.Catalog;

namespace Webox.Domain.Tests.Carts;

public sealed class CartTests
{
    [Fact]
    public void Adding_a_product_again_adds_to_its_line()
    {
        var product = Shop.Digital();

        var cart = Shop.Cart((product, 2), (Shop.Digital(), 1), (product, 3));

        Assert.Equal([5, 1], cart.Lines.Select(line => line.Quantity));
        Assert.Equal(6, cart.ItemCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_quantity_outside_1_to_999_is_refused_and_nothing_is_added(int quantity)
    {
        var cart = Shop.Cart();

        var refusal = Assert.Throws<InvalidQuantityException>(() => cart.Add(Shop.Digital(), quantity, Shop.Now));

        Assert.Equal(quantity, refusal.Quantity);
        Assert.Empty(cart.Lines);
    }

    [Fact]
    public void A_line_never_exceeds_999_by_adding()
    {
        var product = Shop.Digital();
        var cart = Shop.Cart((product, 999));

        Assert.Throws<InvalidQuantityException>(() => cart.Add(product, 1, Shop.Now));

        Assert.Equal(999, cart.ItemCount);
    }

    [Fact]
    public void The_hundred_and_first_line_is_refused_and_says_why()
    {
        var cart = Shop.Cart([.. Enumerable.Range(0, 100).Select(_ => (Shop.Digital(), 1))]);

        var refusal = Assert.Throws<InvalidQuantityException>(() => cart.Add(Shop.Digital(), 1, Shop.Now));

        Assert.Contains("100", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(100, cart.Lines.Count);
    }

    [Fact]
    public void More_than_the_stock_is_refused_with_what_is_left()
    {
        var product = Shop.Physical(stock: 3);
        var cart = Shop.Cart((product, 2));

        var refusal = Assert.Throws<OutOfStockException>(() => cart.Add(product, 2, Shop.Now));

        Assert.Equal((product, 3), (refusal.Product, refusal.Available));
        Assert.Equal(2, cart.ItemCount);
    }

    [Fact]
    public void What_left_the_catalogue_is_not_found()
    {
        var product = Shop.Digital();
        product.Withdraw();

        Assert.Throws<ProductNotFoundException>(() => Shop.Cart((product, 1)));
    }

    [Fact]
    public void Changing_a_line_to_0_removes_it()
    {
        var product = Shop.Digital();
        var cart = Shop.Cart((product, 2));

        cart.Change(cart.Lines[0], product, 0);

        Assert.Empty(cart.Lines);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1000)]
    public void Changing_a_line_to_an_impossible_quantity_is_refused(int quantity)
    {
        var product = Shop.Digital();
        var cart = Shop.Cart((product, 2));

        Assert.Throws<InvalidQuantityException>(() => cart.Change(cart.Lines[0], product, quantity));

        Assert.Equal(2, cart.ItemCount);
    }

    [Fact]
    public void Changing_a_line_beyond_the_stock_is_refused()
    {
        var product = Shop.Physical(stock: 3);
        var cart = Shop.Cart((product, 1));

        Assert.Throws<OutOfStockException>(() => cart.Change(cart.Lines[0], product, 4));

        Assert.Equal(1, cart.ItemCount);
    }

    [Fact]
    public void What_is_left_out_of_the_checkout_stays()
    {
        var cart = Shop.ReadyCart();

        cart.UpdateCheckout(EmailAddress.Parse("eve@example.com"), billingAddress: null, shippingAddress: null);

        Assert.Equal(("eve@example.com", Shop.Paris), (cart.Email, cart.BillingAddress));
    }

    [Fact]
    public void A_merge_adds_quantities_and_keeps_the_own_email()
    {
        var shared = Shop.Digital();
        var other = Shop.Digital();
        var guest = Shop.ReadyCart((shared, 2), (other, 1));
        var own = Shop.Cart((shared, 1));

        own.TakeOver(guest, Products(shared, other), Shop.Now);

        Assert.Equal([(shared.Id, 3, false), (other.Id, 1, false)], own.Lines.Select(line => (line.ProductId, line.Quantity, line.IsCapped)));
        Assert.Equal(("ada@example.com", CartStatus.Merged), (own.Email, guest.Status));
    }

    [Theory]
    [InlineData(600, 600, null, 999, true)]
    [InlineData(2, 2, 3, 3, true)]
    [InlineData(2, 1, 3, 3, false)]
    public void A_merge_takes_no_more_than_line_and_stock_allow_and_says_so(int ours, int theirs, int? stock, int merged, bool isCapped)
    {
        var product = stock is { } units ? Shop.Physical(units) : Shop.Digital();
        var own = Shop.Cart((product, ours));

        own.TakeOver(Shop.Cart((product, theirs)), Products(product), Shop.Now);

        Assert.Equal((merged, isCapped), (own.Lines[0].Quantity, own.Lines[0].IsCapped));
    }

    [Fact]
    public void Changing_a_capped_line_settles_it()
    {
        var product = Shop.Physical(stock: 3);
        var own = Shop.Cart((product, 2));
        own.TakeOver(Shop.Cart((product, 2)), Products(product), Shop.Now);

        own.Change(own.Lines[0], product, 1);

        Assert.False(own.Lines[0].IsCapped);
    }

    private static Dictionary<ProductId, Product> Products(params Product[] products) => products.ToDictionary(product => product.Id);
}
