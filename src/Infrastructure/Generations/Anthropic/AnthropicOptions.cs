using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Generations.Anthropic;

/// <summary>Where Anthropic is, and which version of its API to speak.</summary>
/// <param name="Address">Ends with a slash; <c>messages</c> follows.</param>
internal sealed record AnthropicOptions(Uri Address, string ApiKey, string Version)
{
    /// <summary>
    /// The default: it runs every current model, takes a temperature where the model does, and is what gateways know. Nothing announced
    /// its end.
    /// </summary>
    public const string Version2023 = "2023-06-01";

    /// <summary>Signed in by a bearer token; without temperature.</summary>
    public const string Version2026 = "2026-10-21";

    public bool IsBearer => Version == Version2026;

    public bool HasTemperature => Version == Version2023;

    /// <summary>
    /// By <c>ANTHROPIC_API_KEY</c>, <c>WEBOX_ANTHROPIC_BASE_URL</c> (default <c>https://api.anthropic.com/v1</c>) and
    /// <c>WEBOX_ANTHROPIC_VERSION</c>.
    /// </summary>
    /// <returns>Null without a key.</returns>
    /// <exception cref="StartRefusedException">The address or the version is none.</exception>
    public static AnthropicOptions? From(IConfiguration configuration)
    {
        if (configuration.Text("ANTHROPIC_API_KEY") is not { } key)
        {
            return null;
        }

        var version = configuration.Text("WEBOX_ANTHROPIC_VERSION") ?? Version2023;
        return version is Version2023 or Version2026
            ? new(configuration.Address("WEBOX_ANTHROPIC_BASE_URL", "https://api.anthropic.com/v1", "v1/"), key, version)
            : throw new StartRefusedException($"WEBOX_ANTHROPIC_VERSION must be {Version2023} or {Version2026}.");
    }

    /// <summary>Never shows the key.</summary>
    public override string ToString() => $"Anthropic {Version} at {Address}";
}
