using Microsoft.Extensions.Configuration;
using Webox.Application.Generations;
using Webox.Infrastructure.Generations.Anthropic;
using Webox.Infrastructure.Generations.Gemini;
using Webox.Infrastructure.Generations.Groq;
using Webox.Infrastructure.Generations.OpenAi;

namespace Webox.Infrastructure.Generations;

/// <summary>Every provider of text of this installation: those that are always there, and those that the configuration has an address or a key for.</summary>
internal sealed class TextProviders : IDisposable
{
    private readonly List<IDisposable> _owned = [];

    public TextProviders(IEnumerable<ITextGenerator> always, IConfiguration configuration, TimeProvider clock) => All =
    [
        .. always,
        .. Configured(OpenAiOptions.From(configuration), options => new ChatCompletionsGenerator(options, ChatDialect.OpenAi, ProviderHttp.Create(), clock)),
        .. Configured(OpenAiOptions.Compatible(configuration), options => new ChatCompletionsGenerator(options, ChatDialect.Compatible, ProviderHttp.Create(), clock)),
        .. Configured(GroqOptions.From(configuration), options => new ChatCompletionsGenerator(options, new GroqDialect(), ProviderHttp.Create(), clock)),
        .. Configured(AnthropicOptions.From(configuration), options => new MessagesGenerator(options, ProviderHttp.Create(), clock)),
        .. Configured(GeminiOptions.From(configuration), options => new GeminiTextGenerator(options, ProviderHttp.Create(), clock)),
    ];

    public IReadOnlyList<ITextGenerator> All { get; }

    public void Dispose() => _owned.ForEach(generator => generator.Dispose());

    private IEnumerable<ITextGenerator> Configured<TOptions, TGenerator>(TOptions? options, Func<TOptions, TGenerator> create)
        where TOptions : class
        where TGenerator : ITextGenerator, IDisposable
    {
        if (options is not null)
        {
            var generator = create(options);
            _owned.Add(generator);
            yield return generator;
        }
    }
}
