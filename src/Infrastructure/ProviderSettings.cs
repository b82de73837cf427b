using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;

namespace Webox.Infrastructure;

/// <summary>Reads what the configuration says of a provider.</summary>
internal static class ProviderSettings
{
    /// <returns>Null when it is not set.</returns>
    public static string? Text(this IConfiguration configuration, string name) =>
        configuration[name]?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>An address that ends with a slash, for relative paths to follow. A key must not travel over plain http.</summary>
    /// <param name="fallback">Where the provider is when the setting is not set.</param>
    /// <param name="path">What a bare host means. A longer address says its path itself.</param>
    /// <param name="allowsHttp">True for a server that may be in the own network. A loopback address may always be http.</param>
    /// <exception cref="StartRefusedException">It is no such address.</exception>
    public static Uri Address(this IConfiguration configuration, string name, string fallback, string path, bool allowsHttp = false)
    {
        var text = configuration.Text(name) ?? fallback;
        if (!Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && (allowsHttp || address.IsLoopback))))
        {
            throw new StartRefusedException($"{name} must be an https address.");
        }

        return address.AbsolutePath == "/" ? new Uri(address, path) : address;
    }
}
