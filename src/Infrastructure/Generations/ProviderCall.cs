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
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception exception) when (
            exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The latter: the client gave the connection up, not the caller.
            throw ProviderFailures.Unreachable(exception);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await refusal(response, cancellationToken);
        }
    }
}
