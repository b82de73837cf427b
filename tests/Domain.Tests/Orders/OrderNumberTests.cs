using Webox.Domain.Orders;

namespace Webox.Domain.Tests.Orders;

public sealed class OrderNumberTests
{
    [Fact]
    public void It_has_the_year_and_eight_letters_that_cannot_be_confused() =>
        Assert.Matches("^W-2026-[0-9A-HJKMNP-TV-Z]{8}$", OrderNumber.Draw(Shop.Now));

    [Fact]
    public void It_is_not_counted() => Assert.NotEqual(OrderNumber.Draw(Shop.Now), OrderNumber.Draw(Shop.Now));
}
