using Microsoft.Extensions.Configuration;
using Webox.Application.Generations;
using Webox.Infrastructure.Generations.OpenAi;

namespace Webox.Infrastructure.Generations;

/// <summary>Every provider of text of this installation: those that are always there, and those that the configuration has an address or a key for.</summary>
internal sealed class TextProviders(IEnumerable<ITextGenerator> always, IConfiguration configuration, TimeProvider clock) : IDisposable
{
    private readonly ChatCompletionsGenerator[] _configured =
        [.. ChatCompletionsOptions.From(configuration).Select(options => new ChatCompletionsGenerator(options, ProviderHttp.Create(), clock))];

    public IEnumerable<ITextGenerator> All => [.. always, .. _configured];

    public void Dispose() => Array.ForEach(_configured, generator => generator.Dispose());
}
