using Microsoft.Extensions.Configuration;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>A server that speaks OpenAI's chat completions.</summary>
/// <param name="Address">Ends with a slash; <c>chat/completions</c> follows.</param>
/// <param name="ApiKey">Null for a server that asks for none.</param>
internal sealed record ChatCompletionsOptions(AiProvider Provider, Uri Address, string? ApiKey)
{
    /// <summary>The name of the limit of output tokens. OpenAI retired <c>max_tokens</c>; most others know nothing else.</summary>
    public bool UsesMaxCompletionTokens => Provider is AiProvider.Openai;

    /// <summary>
    /// OpenAI by <c>OPENAI_API_KEY</c> and <c>WEBOX_OPENAI_BASE_URL</c> (default <c>https://api.openai.com/v1</c>); any other by
    /// <c>WEBOX_OPENAI_COMPATIBLE_BASE_URL</c> and <c>WEBOX_OPENAI_COMPATIBLE_API_KEY</c>. Without them it is not there.
    /// </summary>
    public static IEnumerable<ChatCompletionsOptions> From(IConfiguration configuration)
    {
        if (Text(configuration, "OPENAI_API_KEY") is { } key)
        {
            var address = Text(configuration, "WEBOX_OPENAI_BASE_URL") ?? "https://api.openai.com/v1";
            yield return new(AiProvider.Openai, ReadAddress("WEBOX_OPENAI_BASE_URL", address, allowsHttp: false), key);
        }

        if (Text(configuration, "WEBOX_OPENAI_COMPATIBLE_BASE_URL") is { } compatible)
        {
            yield return new(
                AiProvider.OpenaiCompatible,
                ReadAddress("WEBOX_OPENAI_COMPATIBLE_BASE_URL", compatible, allowsHttp: true),
                Text(configuration, "WEBOX_OPENAI_COMPATIBLE_API_KEY"));
        }
    }

    /// <summary>Never shows the key.</summary>
    public override string ToString() => $"{Provider} at {Address}";

    private static string? Text(IConfiguration configuration, string name) =>
        configuration[name]?.Trim() is { Length: > 0 } text ? text : null;

    private static Uri ReadAddress(string name, string text, bool allowsHttp)
    {
        if (!Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && (allowsHttp || address.IsLoopback))))
        {
            throw new InvalidOperationException($"{name} must be an https address.");
        }

        // A bare host means the first version of the protocol, the only one there is.
        return address.AbsolutePath == "/" ? new Uri(address, "v1/") : address;
    }
}
