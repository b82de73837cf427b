using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Gemini;

/// <summary>
/// Opens a video at the address that Google answered, at once, because it is kept for two days: on the very server that answered, with
/// the key; or where Google keeps files, by https, without a key and never in the own network. The first may lead, once, to the second.
/// https://ai.google.dev/gemini-api/docs/video
/// </summary>
internal sealed class VeoDownload(GeminiOptions options, HttpClient http, HttpClient publicHttp)
{
    private static readonly string[] Hosts = ["storage.googleapis.com", ".storage.googleapis.com", ".googleusercontent.com"];

    /// <returns>Null when it is there no more.</returns>
    /// <exception cref="ProviderFailureException">The address is not one of those, or the video cannot be had.</exception>
    public Task<Stream?> OpenAsync(string url, CancellationToken cancellationToken) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? OpenAsync(address, redirects: 1, cancellationToken) : throw Elsewhere();

    /// <param name="redirects">How often it may still be led on.</param>
    private async Task<Stream?> OpenAsync(Uri address, int redirects, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        var isOwn = IsOwn(address);
        if (isOwn)
        {
            message.Headers.Add("x-goog-api-key", options.ApiKey);
        }

        var call = isOwn ? Call(http) : IsOfGoogle(address) ? Call(publicHttp) : throw Elsewhere();
        var response = await call.FindAsync(message, cancellationToken, takesRedirects: redirects > 0);
        if (response is null or { IsSuccessStatusCode: true })
        {
            return response is null ? null : await ProviderAnswer.OpenAsync(response, VideoLimits.VideoBytesMax, cancellationToken);
        }

        using (response)
        {
            return await OpenAsync(new Uri(address, response.Headers.Location!), redirects - 1, cancellationToken);
        }
    }

    private bool IsOwn(Uri address) =>
        Uri.Compare(address, options.Models, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
        && address.UserInfo.Length == 0;

    private static bool IsOfGoogle(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
        && address is { IsDefaultPort: true, UserInfo.Length: 0 }
        && Array.Exists(Hosts, host => host[0] == '.'
            ? address.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase)
            : address.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase));

    private static ProviderCall Call(HttpClient client) =>
        new(client, (response, _) => Task.FromResult(ProviderFailures.OfStatus(response.StatusCode, retryAfter: null)));

    private static ProviderFailureException Elsewhere() =>
        new(GenerationFailureCode.ProviderRejected, "The provider keeps the video where it is not fetched from.", isRetryable: false);
}
