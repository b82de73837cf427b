using System.Text.Json;
using Webox.Application.Generations;
using Webox.Infrastructure.Generations.OpenAi;

namespace Webox.Infrastructure.Tests.Generations.OpenAi;

public sealed class ChatDialectTests
{
    [Theory]
    [InlineData("http://127.0.0.1:11434/v1/", true)]
    [InlineData("https://gateway.example/api.mistral.ai/v1/", true)]
    [InlineData("https://api.mistral.ai/v1/", false)]
    [InlineData("https://API.Mistral.AI/v1/", false)]
    public void Mistral_is_not_asked_to_count_because_it_refuses_to_be(string address, bool isAsked)
    {
        var request = ChatDialect.At(new Uri(address)).Write(new TextRequest("m", "Say hello", null, null, 100));
        using var sent = JsonDocument.Parse(JsonSerializer.Serialize(request, ChatJson.Default.ChatRequest));

        Assert.Equal(isAsked, sent.RootElement.TryGetProperty("stream_options", out _));
        Assert.Equal(100, sent.RootElement.GetProperty("max_tokens").GetInt32());
        Assert.False(sent.RootElement.TryGetProperty("max_completion_tokens", out _));
    }
}
