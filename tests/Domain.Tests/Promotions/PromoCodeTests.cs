using Webox.Domain.Promotions;

namespace Webox.Domain.Tests.Promotions;

public sealed class PromoCodeTests
{
    private static readonly PromoCodeTerms Ten = new("ten", PromoCodeKind.Percent, 10, Money.Zero(Currency.Eur));

    [Theory]
    [InlineData(PromoCodeKind.Percent, 10, 17997, 1800)]
    [InlineData(PromoCodeKind.Percent, 50, 1, 1)]
    [InlineData(PromoCodeKind.Percent, 49, 1, 0)]
    [InlineData(PromoCodeKind.Percent, 100, 999, 999)]
    [InlineData(PromoCodeKind.FixedAmount, 500, 1500, 500)]
    [InlineData(PromoCodeKind.FixedAmount, 500, 499, 499)]
    [InlineData(PromoCodeKind.FixedAmount, 500, 0, 0)]
    public void It_takes_off_its_share_rounded_half_up_and_never_more_than_there_is(PromoCodeKind kind, long value, long subtotal, long discount) =>
        Assert.Equal(
            new Money(discount, Currency.Eur),
            PromoCode.Create(Ten with { Kind = kind, Value = value }, Shop.Now).DiscountOn(new Money(subtotal, Currency.Eur)));

    [Fact]
    public void It_is_valid_from_its_start_until_just_before_its_end()
    {
        var code = PromoCode.Create(Ten with { StartsAt = Shop.Now, ExpiresAt = Shop.Now.AddDays(1) }, Shop.Now);
        var cart = new Money(100, Currency.Eur);

        Assert.Equal(PromoCodeProblem.NotYetValid, code.ProblemFor(cart, 0, Shop.Now.AddTicks(-1)));
        Assert.Null(code.ProblemFor(cart, 0, Shop.Now));
        Assert.Null(code.ProblemFor(cart, 0, Shop.Now.AddDays(1).AddTicks(-1)));
        Assert.Equal(PromoCodeProblem.Expired, code.ProblemFor(cart, 0, Shop.Now.AddDays(1)));
    }

    [Fact]
    public void It_takes_nothing_off_in_another_currency() =>
        Assert.Equal(PromoCodeProblem.Unknown, PromoCode.Create(Ten, Shop.Now).ProblemFor(new Money(5000, Currency.Usd), 0, Shop.Now));

    [Fact]
    public void A_code_that_makes_no_sense_is_refused_by_the_name_of_what_is_wrong()
    {
        Refused("value", Ten with { Value = 0 });
        Refused("value", Ten with { Value = 101 });
        Refused("value", Ten with { Kind = PromoCodeKind.FixedAmount, Value = -1 });
        Refused("value", Ten with { Kind = PromoCodeKind.FixedAmount, Value = long.MaxValue });
        Refused("minimumSubtotalMinorUnits", Ten with { MinimumSubtotal = new Money(-1, Currency.Eur) });
        Refused("usesMax", Ten with { UsesMax = 0 });
        Refused("usesPerCustomerMax", Ten with { UsesPerCustomerMax = -1 });
        Refused("expiresAt", Ten with { StartsAt = Shop.Now, ExpiresAt = Shop.Now });
        foreach (var word in new[] { "", "AB", "à-la-carte", "A B", new string('A', 33), "A\u0000B" })
        {
            Refused("code", Ten with { Code = word });
        }
    }

    private static void Refused(string field, PromoCodeTerms terms) =>
        Assert.Equal(field, Assert.Throws<InvalidPromoCodeException>(() => PromoCode.Create(terms, Shop.Now)).Field);
}
