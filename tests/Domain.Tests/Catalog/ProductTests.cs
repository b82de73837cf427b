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
        Assert.Throws<ArgumentException>(() => Product.Create(
            new ProductDescription("p", "P", "", "", "c"), kind, new Money(price, Currency.Eur),
            original is { } o ? new Money(o, Currency.Eur) : null, stock, credits, Shop.Now));
}
