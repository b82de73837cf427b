using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>
/// Fetches an image from the address that OpenAI answered, at once, because it lives an hour. Only from where OpenAI keeps images, by
/// https, or from the very server that answered; without a key, without redirects, and never from the own network.
/// </summary>
internal sealed class ImageDownload(Uri provider, HttpClient http, HttpClient publicHttp)
{
    private static readonly string[] Hosts = [".oaiusercontent.com", ".blob.core.windows.net"];

    /// <exception cref="ProviderFailureException">The address is not one of those, or the image cannot be had.</exception>
    public async Task<byte[]> ReadAsync(string url, CancellationToken cancellationToken)
    {
        var isUrl = Uri.TryCreate(url, UriKind.Absolute, out var address);
        var call = isUrl && IsOwn(address!) ? Call(http)
            : isUrl && IsOfOpenAi(address!) ? Call(publicHttp)
            : throw new ProviderFailureException(
                GenerationFailureCode.ProviderRejected, "The provider keeps the image where it is not fetched from.", isRetryable: false);
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        return (await ProviderAnswer.ReadBytesAsync(call, message, ImageLimits.ImageBytesMax, cancellationToken)).ToArray();
    }

    private bool IsOwn(Uri address) =>
        Uri.Compare(address, provider, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
        && address.UserInfo.Length == 0;

    private static bool IsOfOpenAi(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
        && address is { IsDefaultPort: true, UserInfo.Length: 0 }
        && Array.Exists(Hosts, host => address.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase));

    private static ProviderCall Call(HttpClient client) =>
        new(client, (response, _) => Task.FromResult(ProviderFailures.OfStatus(response.StatusCode, retryAfter: null)));
}
