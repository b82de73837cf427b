using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;
using Webox.Infrastructure.Generations.Anthropic;

namespace Webox.Infrastructure.Tests.Generations.Anthropic;

public sealed class AnthropicOptionsTests
{
    [Fact]
    public void Without_a_key_there_is_no_provider() => Assert.Null(Read(("ANTHROPIC_API_KEY", " "), ("WEBOX_ANTHROPIC_VERSION", "none")));

    [Fact]
    public void A_key_is_enough() =>
        Assert.Equal(new AnthropicOptions(new Uri("https://api.anthropic.com/v1/"), "sk-ant-1", "2023-06-01"), Read(("ANTHROPIC_API_KEY", "sk-ant-1\n")));

    [Theory]
    [InlineData("http://127.0.0.1:9000", "http://127.0.0.1:9000/v1/")]
    [InlineData("https://proxy.example.com/anthropic/v1", "https://proxy.example.com/anthropic/v1/")]
    public void The_address_can_be_another(string configured, string address) =>
        Assert.Equal(new Uri(address), Read(("ANTHROPIC_API_KEY", "k"), ("WEBOX_ANTHROPIC_BASE_URL", configured))?.Address);

    [Theory]
    [InlineData("WEBOX_ANTHROPIC_VERSION", "2024-01-01")]
    [InlineData("WEBOX_ANTHROPIC_BASE_URL", "http://api.example.com")]
    public void What_cannot_be_is_refused_by_the_name_of_its_setting(string name, string value)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Read(("ANTHROPIC_API_KEY", "k"), (name, value)));

        Assert.StartsWith(name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_is_never_shown() =>
        Assert.DoesNotContain("canary", new AnthropicOptions(new Uri("https://x/"), "sk-ant-canary", "2023-06-01").ToString(), StringComparison.Ordinal);

    private static AnthropicOptions? Read(params (string Name, string Value)[] settings) => AnthropicOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build());
}
