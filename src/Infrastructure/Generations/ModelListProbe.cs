using System.Net;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Generations;

/// <summary>
/// Asks a provider of models for their list, which costs nothing and needs the key. Of the answer only the head is read, and of a failure
/// only its kind is told: texts of providers may quote the key.
/// </summary>
/// <param name="list">The address of the list.</param>
/// <param name="headers">What signs the request.</param>
internal sealed class ModelListProbe(
    string provider, Uri list, IReadOnlyList<(string Name, string Value)> headers, HttpClient http, TimeProvider clock) : IProviderProbe, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public string Provider => provider;

    /// <summary>Without user and query, which may be secret.</summary>
    private string Asked => $"GET {list.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}";

    public async Task<ProbeResult> ProbeAsync(CancellationToken cancellationToken)
    {
        using var inTime = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(inTime.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, list);
        foreach (var (name, value) in headers)
        {
            if (value.AsSpan().ContainsAnyExceptInRange(' ', '~') || !request.Headers.TryAddWithoutValidation(name, value))
            {
                return new ProbeResult(false, $"{Asked}: the key has characters that cannot be sent.");
            }
        }

        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Judge(response);
        }
        catch (HttpRequestException)
        {
            return new ProbeResult(false, $"{Asked}: cannot be reached.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ProbeResult(false, $"{Asked}: no answer in {Limit.TotalSeconds:0} s.");
        }
    }

    public void Dispose() => http.Dispose();

    private ProbeResult Judge(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType) switch
        {
            (HttpStatusCode.OK, "application/json") => new ProbeResult(true, $"{Asked}: answered."),
            (HttpStatusCode.OK, _) => new ProbeResult(false, $"{Asked}: answered with something else than JSON."),
            (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, _) => new ProbeResult(false, $"{Asked}: refused the key ({status})."),

            // Google's word for a bad key. https://ai.google.dev/gemini-api/docs/troubleshooting
            (HttpStatusCode.BadRequest, _) => new ProbeResult(false, $"{Asked}: refused the request or the key ({status})."),
            _ => new ProbeResult(false, $"{Asked}: answered {status}."),
        };
    }
}
