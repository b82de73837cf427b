using Webox.Domain.Generations;

namespace Webox.Domain.Tests.Generations;

public sealed class ModelPricingTests
{
    private static readonly ModelPricing Pricing = new()
    {
        InputPerMillion = 500,
        OutputPerMillion = 2000,
        PerImage = new Dictionary<string, int> { ["low"] = 2, ["high"] = 9 },
        PerSecond = new Dictionary<string, int> { ["1280x720"] = 20, ["1792x1024"] = 50 },
        CharactersPerMillion = 3000,
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
    [InlineData(4, "1280x720", 80)]
    [InlineData(12, "1792x1024", 600)]
    [InlineData(4, null, 200)]
    [InlineData(0, "1280x720", 1)]
    public void Videos_have_a_price_a_second_by_size(int seconds, string? size, int credits) =>
        Assert.Equal(credits, Pricing.ForSeconds(seconds, size));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(333, 1)]
    [InlineData(334, 2)]
    [InlineData(4096, 13)]
    public void Speech_is_rounded_up_once_at_the_end_and_never_free(int characters, int credits) =>
        Assert.Equal(credits, Pricing.ForCharacters(characters));

    [Theory]
    [InlineData(1, "low", 2)]
    [InlineData(4, "high", 36)]
    [InlineData(1, null, 9)]
    public void Images_have_a_price_by_quality(int count, string? quality, int credits) =>
        Assert.Equal(credits, Pricing.ForImages(count, quality));
}
