using Microsoft.Extensions.Configuration;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.OpenAi;

namespace Webox.Infrastructure.Generations.Groq;

internal static class GroqOptions
{
    /// <summary>Groq by <c>GROQ_API_KEY</c> and <c>WEBOX_GROQ_BASE_URL</c>, default <c>https://api.groq.com/openai/v1</c>.</summary>
    /// <returns>Null without a key.</returns>
    public static OpenAiOptions? From(IConfiguration configuration) => configuration.Text("GROQ_API_KEY") is { } key
        ? new(AiProvider.Groq, configuration.Address("WEBOX_GROQ_BASE_URL", "https://api.groq.com/openai/v1", "openai/v1/"), key)
        : null;
}
