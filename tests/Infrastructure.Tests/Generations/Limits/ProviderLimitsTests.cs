using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Limits;

namespace Webox.Infrastructure.Tests.Generations.Limits;

public sealed class ProviderLimitsTests
{
    [Fact]
    public void Only_google_has_a_limit_of_its_own()
    {
        var limits = From();

        Assert.Equal([new(AiProvider.Google, 60)], limits.Requests);
        Assert.Empty(limits.Spend);
    }

    [Fact]
    public void Settings_say_requests_a_minute_and_dollars_a_day()
    {
        var limits = From(("WEBOX_GOOGLE_RPM", "300"), ("WEBOX_OPENAI_COMPATIBLE_RPM", "1"), ("WEBOX_OPENAI_DAILY_USD", "25.505"));

        Assert.Equal((300, 1), (limits.Requests[AiProvider.Google], limits.Requests[AiProvider.OpenaiCompatible]));
        Assert.Equal(25_505_000, limits.Spend[AiProvider.Openai]);
    }

    [Theory]
    [InlineData("WEBOX_GROQ_RPM", "0")]
    [InlineData("WEBOX_GROQ_RPM", "-3")]
    [InlineData("WEBOX_GROQ_RPM", "many")]
    [InlineData("WEBOX_ANTHROPIC_DAILY_USD", "-1")]
    [InlineData("WEBOX_ANTHROPIC_DAILY_USD", "1e9")]
    [InlineData("WEBOX_ANTHROPIC_DAILY_USD", "$5")]
    public void A_value_that_is_no_limit_stops_the_start(string name, string value) =>
        Assert.Contains(name, Assert.Throws<StartRefusedException>(() => From((name, value))).Message, StringComparison.Ordinal);

    private static ProviderLimits From(params (string Name, string Value)[] settings) => ProviderLimits.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build());
}
