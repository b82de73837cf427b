using Microsoft.Extensions.Configuration;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>A server that speaks OpenAI's protocol.</summary>
/// <param name="Address">Ends with a slash; <c>chat/completions</c> follows.</param>
/// <param name="ApiKey">Null for a server that asks for none.</param>
internal sealed record OpenAiOptions(AiProvider Provider, Uri Address, string? ApiKey)
{
    /// <summary>OpenAI by <c>OPENAI_API_KEY</c> and <c>WEBOX_OPENAI_BASE_URL</c>, default <c>https://api.openai.com/v1</c>.</summary>
    /// <returns>Null without a key.</returns>
    public static OpenAiOptions? From(IConfiguration configuration) => configuration.Text("OPENAI_API_KEY") is { } key
        ? new(AiProvider.Openai, configuration.Address("WEBOX_OPENAI_BASE_URL", "https://api.openai.com/v1", "v1/"), key)
        : null;

    /// <summary>
    /// Any other server by <c>WEBOX_OPENAI_COMPATIBLE_BASE_URL</c>, with <c>WEBOX_OPENAI_COMPATIBLE_API_KEY</c> if it asks for one.
    /// </summary>
    /// <returns>Null without an address.</returns>
    public static OpenAiOptions? Compatible(IConfiguration configuration) =>
        configuration.Text("WEBOX_OPENAI_COMPATIBLE_BASE_URL") is { } address
            ? new(
                AiProvider.OpenaiCompatible,
                configuration.Address("WEBOX_OPENAI_COMPATIBLE_BASE_URL", address, "v1/", allowsHttp: true),
                configuration.Text("WEBOX_OPENAI_COMPATIBLE_API_KEY"))
            : null;

    /// <summary>Never shows the key.</summary>
    public override string ToString() => $"{Provider} at {Address}";
}
