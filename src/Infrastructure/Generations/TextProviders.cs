using Microsoft.Extensions.Configuration;
using Webox.Application.Generations;
using Webox.Infrastructure.Generations.Anthropic;
using Webox.Infrastructure.Generations.Gemini;
using Webox.Infrastructure.Generations.Groq;
using Webox.Infrastructure.Generations.OpenAi;

namespace Webox.Infrastructure.Generations;

internal sealed class TextProviders(IEnumerable<ITextGenerator> always, IConfiguration configuration, TimeProvider clock)
    : Providers<ITextGenerator>(always, Configured(configuration, clock))
{
    private static IEnumerable<ITextGenerator> Configured(IConfiguration configuration, TimeProvider clock)
    {
        if (OpenAiOptions.From(configuration) is { } openAi)
        {
            yield return new ChatCompletionsGenerator(openAi, ChatDialect.OpenAi, ProviderHttp.Create(), clock);
        }

        if (OpenAiOptions.Compatible(configuration) is { } compatible)
        {
            yield return new ChatCompletionsGenerator(compatible, ChatDialect.At(compatible.Address), ProviderHttp.Create(), clock);
        }

        if (GroqOptions.From(configuration) is { } groq)
        {
            yield return new ChatCompletionsGenerator(groq, new GroqDialect(), ProviderHttp.Create(), clock);
        }

        if (AnthropicOptions.From(configuration) is { } anthropic)
        {
            yield return new MessagesGenerator(anthropic, ProviderHttp.Create(), clock);
        }

        if (GeminiOptions.From(configuration) is { } gemini)
        {
            yield return new GeminiTextGenerator(gemini, ProviderHttp.Create(), clock);
        }
    }
}
