using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;
using Webox.Infrastructure.Generations.Gemini;

namespace Webox.Infrastructure.Tests.Generations.Gemini;

public sealed class GeminiOptionsTests
{
    [Fact]
    public void Without_a_key_there_is_no_provider() => Assert.Null(Read(("WEBOX_GOOGLE_BASE_URL", "http://127.0.0.1:9")));

    [Theory]
    [InlineData(null, null, "https://generativelanguage.googleapis.com/v1beta/models/")]
    [InlineData("http://127.0.0.1:9000", "v1", "http://127.0.0.1:9000/v1/models/")]
    [InlineData("https://proxy.example.com/google", null, "https://proxy.example.com/google/v1beta/models/")]
    public void A_key_is_enough_and_address_and_version_can_be_others(string? address, string? version, string models) =>
        Assert.Equal(
            new GeminiOptions(new Uri(models), "AIza-1"),
            Read(("GOOGLE_API_KEY", "AIza-1"), ("WEBOX_GOOGLE_BASE_URL", address ?? ""), ("WEBOX_GOOGLE_API_VERSION", version ?? "")));

    [Theory]
    [InlineData("WEBOX_GOOGLE_API_VERSION", "../v1")]
    [InlineData("WEBOX_GOOGLE_API_VERSION", "1")]
    [InlineData("WEBOX_GOOGLE_BASE_URL", "http://api.example.com")]
    public void What_cannot_be_is_refused_by_the_name_of_its_setting(string name, string value)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Read(("GOOGLE_API_KEY", "k"), (name, value)));

        Assert.StartsWith(name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_cannot_lead_to_another_method() =>
        Assert.Equal(
            "http://127.0.0.1/v1/models/a%2F..%2Fb%3Ac%3Fd:generateContent",
            new GeminiOptions(new Uri("http://127.0.0.1/v1/models/"), "k").MethodOf("a/../b:c?d", "generateContent").AbsoluteUri);

    [Fact]
    public void The_key_is_never_shown() =>
        Assert.DoesNotContain("canary", new GeminiOptions(new Uri("https://x/"), "AIza-canary").ToString(), StringComparison.Ordinal);

    private static GeminiOptions? Read(params (string Name, string Value)[] settings) => GeminiOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build());
}
