using Webox.Domain.Generations;

namespace Webox.Domain.Tests.Generations;

public sealed class ModelPricingTests
{
    private static readonly ModelPricing Pricing = new()
    {
        InputPerMillion = 500,
        OutputPerMillion = 2000,
        PerImage = new Dictionary<string, int> { ["low"] = 2, ["high"] = 9 },
    };

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(2000, 0, 1)]
    [InlineData(2001, 0, 2)]
    [InlineData(1000, 1000, 3)]
    [InlineData(32_800, 16_384, 50)]
    public void Text_is_rounded_up_once_at_the_end_and_never_free(int input, int output, int credits) =>
        Assert.Equal(credits, Pricing.ForTokens(input, output));

    [Theory]
    [InlineData(1, "low", 2)]
    [InlineData(4, "high", 36)]
    [InlineData(1, null, 9)]
    public void Images_have_a_price_by_quality(int count, string? quality, int credits) =>
        Assert.Equal(credits, Pricing.ForImages(count, quality));
}
