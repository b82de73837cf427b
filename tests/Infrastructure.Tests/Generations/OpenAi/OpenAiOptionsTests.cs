using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Groq;
using Webox.Infrastructure.Generations.OpenAi;

namespace Webox.Infrastructure.Tests.Generations.OpenAi;

public sealed class OpenAiOptionsTests
{
    [Fact]
    public void Without_a_key_or_an_address_there_is_no_provider() => Assert.Empty(Read(("OPENAI_API_KEY", " ")));

    [Fact]
    public void A_key_is_enough_for_openai() =>
        Assert.Equal(
            [new OpenAiOptions(AiProvider.Openai, new Uri("https://api.openai.com/v1/"), "sk-1")],
            Read(("OPENAI_API_KEY", "sk-1\n")));

    [Theory]
    [InlineData("http://127.0.0.1:9000", "http://127.0.0.1:9000/v1/")]
    [InlineData("http://localhost:9000/v1/", "http://localhost:9000/v1/")]
    [InlineData("https://eu.example.com/openai/v1", "https://eu.example.com/openai/v1/")]
    public void The_address_can_be_another(string configured, string address) =>
        Assert.Equal(new Uri(address), Read(("OPENAI_API_KEY", "sk-1"), ("WEBOX_OPENAI_BASE_URL", configured)).Single().Address);

    [Theory]
    [InlineData("http://api.example.com/v1")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("api.openai.com")]
    public void A_key_is_not_sent_over_plain_http(string configured) =>
        Assert.Throws<StartRefusedException>(() => Read(("OPENAI_API_KEY", "sk-1"), ("WEBOX_OPENAI_BASE_URL", configured)));

    [Theory]
    [InlineData(null, "https://api.groq.com/openai/v1/")]
    [InlineData("http://127.0.0.1:9000", "http://127.0.0.1:9000/openai/v1/")]
    [InlineData("https://proxy.example.com/groq/v1/", "https://proxy.example.com/groq/v1/")]
    public void A_key_is_enough_for_groq_and_its_address_can_be_another(string? configured, string address) =>
        Assert.Equal(
            [new OpenAiOptions(AiProvider.Groq, new Uri(address), "gsk-1")],
            Read(("GROQ_API_KEY", "gsk-1"), ("WEBOX_GROQ_BASE_URL", configured ?? "")));

    [Fact]
    public void A_compatible_server_needs_an_address_and_no_key() =>
        Assert.Equal(
            [new OpenAiOptions(AiProvider.OpenaiCompatible, new Uri("http://ollama:11434/v1/"), null)],
            Read(("WEBOX_OPENAI_COMPATIBLE_BASE_URL", "http://ollama:11434")));

    private static List<OpenAiOptions> Read(params (string Name, string Value)[] settings) =>
        [
            .. ((OpenAiOptions?[])[OpenAiOptions.From(Configuration(settings)), OpenAiOptions.Compatible(Configuration(settings)), GroqOptions.From(Configuration(settings))])
                .OfType<OpenAiOptions>(),
        ];

    private static IConfiguration Configuration((string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build();
}
