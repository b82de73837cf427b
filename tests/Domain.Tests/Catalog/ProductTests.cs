using Webox.Domain.Catalog;

namespace Webox.Domain.Tests.Catalog;

public sealed class ProductTests
{
    [Theory]
    [InlineData(4999, 7999, 38)] // 37.504…
    [InlineData(7999, 12999, 38)] // 38.46…
    [InlineData(9999, 14999, 33)]
    [InlineData(8999, 13999, 36)]
    [InlineData(995, 1000, 1)] // exactly 0.5
    [InlineData(9951, 10000, 0)]
    [InlineData(4999, null, 0)]
    public void The_discount_is_a_whole_percentage_rounded_half_up(long price, int? original, int percent) =>
        Assert.Equal(percent, Shop.Digital(price, original).DiscountPercent);

    [Fact]
    public void Only_physical_goods_can_run_out()
    {
        Assert.Equal((0, false), (Shop.Physical(stock: 0).Stock, Shop.Physical(stock: 0).IsAvailable));
        Assert.Equal((null, true), (Shop.Digital().Stock, Shop.Digital().IsAvailable));
    }

    [Fact]
    public void What_was_withdrawn_is_not_available()
    {
        var product = Shop.Digital();

        product.Withdraw();

        Assert.False(product.IsForSale);
        Assert.False(product.IsAvailable);
    }

    [Theory]
    [InlineData(ProductKind.Digital, 100, null, 5, 0)]
    [InlineData(ProductKind.Physical, 100, null, null, 0)]
    [InlineData(ProductKind.Physical, 100, null, -1, 0)]
    [InlineData(ProductKind.CreditPack, 100, null, null, 0)]
    [InlineData(ProductKind.Digital, 100, null, null, 500)]
    [InlineData(ProductKind.Digital, 0, null, null, 0)]
    [InlineData(ProductKind.Digital, 100, 100, null, 0)]
    public void Kind_stock_credits_and_prices_must_fit_together(ProductKind kind, int price, int? original, int? stock, int credits) =>
        Assert.Throws<InvalidProductException>(() => Product.Create(
            new ProductDescription("p", "P", "", "", "c"), kind, new Money(price, Currency.Eur),
            original is { } o ? new Money(o, Currency.Eur) : null, stock, credits, Shop.Now));

    [Theory]
    [InlineData("Mug")]
    [InlineData("mug webox")]
    [InlineData("-mug")]
    [InlineData("mug--webox")]
    [InlineData("café")]
    [InlineData("")]
    public void A_slug_is_small_letters_digits_and_single_hyphens(string slug) =>
        Assert.Equal("slug", Assert.Throws<InvalidProductException>(() => Describe(new(slug, "P", null, null, "c"))).Field);

    [Theory]
    [InlineData("http://shop.example/a.png")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//other.example/a.png")]
    [InlineData("data:image/png;base64,AA")]
    [InlineData("/\\other.example/a.png")]
    [InlineData("https://user:secret@shop.example/a.png")]
    [InlineData("/a.png")]
    [InlineData("https://shop.example/a b.png")]
    public void An_image_is_an_https_address(string url) =>
        Assert.Equal("images", Assert.Throws<InvalidProductException>(() => Describe(new("p", "P", null, null, "c", Images: [new(url)]))).Field);

    [Fact]
    public void Words_are_trimmed_and_bounded()
    {
        var product = Describe(new("p", "  Mug \n bleu ", " ", "", "c", " Nouveau ", [new(" https://shop.example/mug.png ", " Un mug ")]));

        Assert.Equal(("Mug bleu", null, null, "Nouveau", "mug bleu"), (product.Name, product.Description, product.LongDescription, product.Badge, product.SortName));
        Assert.Equal([new ProductImage("https://shop.example/mug.png", "Un mug")], product.Images);
        Assert.Equal("name", Assert.Throws<InvalidProductException>(() => Describe(new("p", " ", null, null, "c"))).Field);
        Assert.Equal("longDescription", Assert.Throws<InvalidProductException>(() => Describe(new("p", "P", null, new string('x', 5001), "c"))).Field);
        Assert.Equal("images", Assert.Throws<InvalidProductException>(() => Describe(new("p", "P", null, null, "c", Images: [.. Enumerable.Repeat(new ProductImage("https://shop.example/a"), 11)]))).Field);
    }

    private static Product Describe(ProductDescription description) =>
        Product.Create(description, ProductKind.Digital, new Money(100, Currency.Eur), originalPrice: null, stock: null, creditsGranted: 0, Shop.Now);
}
