using System.Net;
using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations;

/// <summary>One call to a provider. Whatever goes wrong with it is a <see cref="ProviderFailureException"/>.</summary>
/// <param name="refusal">What an answer without success means.</param>
internal sealed class ProviderCall(HttpClient http, Func<HttpResponseMessage, CancellationToken, Task<ProviderFailureException>> refusal)
{
    /// <returns>An answer of success, of which only the head is read.</returns>
    /// <exception cref="ProviderFailureException">It cannot be reached, or it refused.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await SendAnyAsync(request, cancellationToken);
        return response.IsSuccessStatusCode ? response : throw await RefusalAsync(response, cancellationToken);
    }

    /// <summary>Asks for something that may not be there any more.</summary>
    /// <param name="takesRedirects">True for who looks itself where an answer leads.</param>
    /// <returns>As above; null when the provider says that it has no such thing.</returns>
    /// <exception cref="ProviderFailureException">As above.</exception>
    public async Task<HttpResponseMessage?> FindAsync(
        HttpRequestMessage request, CancellationToken cancellationToken, bool takesRedirects = false)
    {
        var response = await SendAnyAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            response.Dispose();
            return null;
        }

        var isLed = takesRedirects && response.Headers.Location is not null && response.StatusCode
            is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect;
        return response.IsSuccessStatusCode || isLed ? response : throw await RefusalAsync(response, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAnyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception exception) when (
            exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The latter: the client gave the connection up, not the caller.
            throw ProviderFailures.Unreachable(exception);
        }
    }

    private async Task<ProviderFailureException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            return await refusal(response, cancellationToken);
        }
    }
}
