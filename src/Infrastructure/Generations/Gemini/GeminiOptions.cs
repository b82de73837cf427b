using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Generations.Gemini;

/// <summary>Where Gemini's models are.</summary>
/// <param name="Models">Ends with <c>/models/</c>; the model's name follows.</param>
internal sealed partial record GeminiOptions(Uri Models, string ApiKey)
{
    /// <summary>
    /// By <c>GOOGLE_API_KEY</c>, <c>WEBOX_GOOGLE_BASE_URL</c> (default <c>https://generativelanguage.googleapis.com</c>) and
    /// <c>WEBOX_GOOGLE_API_VERSION</c> (default <c>v1beta</c>, which has every model; <c>v1</c> has the settled ones).
    /// </summary>
    /// <returns>Null without a key.</returns>
    /// <exception cref="StartRefusedException">The address or the version is none.</exception>
    public static GeminiOptions? From(IConfiguration configuration)
    {
        if (configuration.Text("GOOGLE_API_KEY") is not { } key)
        {
            return null;
        }

        var version = configuration.Text("WEBOX_GOOGLE_API_VERSION") ?? "v1beta";
        var address = configuration.Address("WEBOX_GOOGLE_BASE_URL", "https://generativelanguage.googleapis.com", path: "");
        return VersionForm().IsMatch(version)
            ? new(new Uri(address, $"{version}/models/"), key)
            : throw new StartRefusedException("WEBOX_GOOGLE_API_VERSION must be a version such as v1beta.");
    }

    /// <param name="method"><c>generateContent</c>.</param>
    // Joined as text: a relative address with a colon would be taken for one of a scheme called like the model.
    public Uri MethodOf(string model, string method) => new($"{Models.AbsoluteUri}{Uri.EscapeDataString(model)}:{method}");

    /// <summary>Never shows the key.</summary>
    public override string ToString() => $"Gemini at {Models}";

    [GeneratedRegex("^v[0-9]+[a-z0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionForm();
}
