using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Webox.GraphQL.Operations.Audit;

/// <summary>Every probe, in the order in which a person would try things.</summary>
internal static class Probes
{
    public static async IAsyncEnumerable<Finding> RunAsync(HttpClient http, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (capability, probe) in Capabilities(http))
        {
            yield return await TryAsync(capability, probe, cancellationToken);
        }

        foreach (var probe in new[] { OffersProbe.ModelsAsync, OffersProbe.PaymentsAsync })
        {
            IReadOnlyList<Finding> offers;
            try
            {
                offers = await probe(http, cancellationToken);
            }
            catch (Exception exception) when (IsOfServer(exception))
            {
                offers = [new Finding("what is on offer", Standing.Failed, exception.Message)];
            }

            foreach (var offer in offers)
            {
                yield return offer;
            }
        }
    }

    private static IEnumerable<(string Capability, Func<CancellationToken, Task<(Standing, string)>> Probe)> Capabilities(HttpClient http) =>
    [
        ("readiness", token => ReadyAsync(http, token)),
        ("GraphQL over HTTP", token => AnsweredAsync(http, "{ __typename }", "Query", token)),
        ("GraphQL over server-sent events", token => EventsAsync(http, token)),
        ("GraphQL over WebSocket", token => SocketAsync(http, token)),
        ("explorer", token => ExplorerAsync(http, token)),
        ("catalogue", token => CatalogueAsync(http, token)),
        ("signing in", token => SignInAsync(http, token)),
        ("artifacts", token => StatusAsync(http, HttpMethod.Get, $"/artifacts/{Guid.Empty:N}/1", HttpStatusCode.NotFound, "refuses what is not signed", token)),
        ("webhooks of Stripe", token => StatusAsync(http, HttpMethod.Post, "/webhooks/stripe", HttpStatusCode.BadRequest, "refuses what is not signed", token)),
        ("webhooks of PayPal", token => StatusAsync(http, HttpMethod.Post, "/webhooks/paypal", HttpStatusCode.BadRequest, "refuses what is not signed", token)),
    ];

    private static async Task<Finding> TryAsync(
        string capability, Func<CancellationToken, Task<(Standing, string)>> probe, CancellationToken cancellationToken)
    {
        try
        {
            var (standing, detail) = await probe(cancellationToken);
            return new Finding(capability, standing, detail);
        }
        catch (Exception exception) when (IsOfServer(exception))
        {
            return new Finding(capability, Standing.Failed, exception.Message);
        }
    }

    private static bool IsOfServer(Exception exception) =>
        exception is HttpRequestException or WebSocketException or JsonException or IOException or TaskCanceledException or KeyNotFoundException
            or InvalidOperationException;

    private static async Task<(Standing, string)> ReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri("/readyz", UriKind.Relative), cancellationToken);
        return (response.IsSuccessStatusCode ? Standing.Works : Standing.Failed, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    private static async Task<(Standing, string)> AnsweredAsync(HttpClient http, string document, string expected, CancellationToken cancellationToken)
    {
        var data = await Graph.AskAsync(http, document, null, cancellationToken);
        return (data.GetRawText().Contains(expected, StringComparison.Ordinal) ? Standing.Works : Standing.Failed, data.GetRawText());
    }

    private static async Task<(Standing, string)> EventsAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var request = Graph.Request("{ __typename }", null);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var response = await http.SendAsync(request, cancellationToken);
        var events = await response.Content.ReadAsStringAsync(cancellationToken);
        var isWhole = events.Contains("event: next", StringComparison.Ordinal) && events.Contains("event: complete", StringComparison.Ordinal);
        return isWhole ? (Standing.Works, "an event and its end") : (Standing.Failed, $"answered {(int)response.StatusCode} without events");
    }

    // https://github.com/graphql/graphql-over-websocket: what connects is acknowledged.
    private static async Task<(Standing, string)> SocketAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var address = new UriBuilder(new Uri(http.BaseAddress!, "/graphql"));
        address.Scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(address.Uri, cancellationToken);
        await socket.SendAsync("""{"type":"connection_init"}"""u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        var buffer = new byte[4096];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        var text = Encoding.UTF8.GetString(buffer, 0, received.Count);
        return (text.Contains("connection_ack", StringComparison.Ordinal) ? Standing.Works : Standing.Failed, text);
    }

    private static async Task<(Standing, string)> ExplorerAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/graphql", UriKind.Relative));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var response = await http.SendAsync(request, cancellationToken);
        return response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "text/html"
            ? (Standing.Works, "served to browsers")
            : (Standing.NotConfigured, "for Development only, and only where the build had npm");
    }

    private static async Task<(Standing, string)> CatalogueAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var data = await Graph.AskAsync(http, "{ products(first: 1) { totalCount } categories { slug } }", null, cancellationToken);
        var products = data.GetProperty("products").GetProperty("totalCount").GetInt32();
        return products > 0
            ? (Standing.Works, $"{products} products in {data.GetProperty("categories").GetArrayLength()} categories")
            : (Standing.NotConfigured, "no products: `webox seed` brings samples");
    }

    private static async Task<(Standing, string)> SignInAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var data = await Graph.AskAsync(
            http,
            "mutation ($email: String!) { signIn(input: { email: $email, password: \"none of this world\" }) { errors { __typename } } }",
            new { email = $"audit-{Guid.CreateVersion7():N}@webox.invalid" },
            cancellationToken);
        var refusal = data.GetProperty("signIn").GetProperty("errors")[0].GetProperty("__typename").GetString();
        return refusal is "InvalidCredentialsError" ? (Standing.Works, "refuses whom it does not know") : (Standing.Failed, $"{refusal}");
    }

    private static async Task<(Standing, string)> StatusAsync(
        HttpClient http, HttpMethod method, string path, HttpStatusCode expected, string meaning, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = method == HttpMethod.Post ? new StringContent("{}", Encoding.UTF8, "application/json") : null;
        using var response = await http.SendAsync(request, cancellationToken);
        return response.StatusCode == expected ? (Standing.Works, meaning)
            : response.StatusCode is HttpStatusCode.ServiceUnavailable ? (Standing.NotConfigured, "takes nothing in")
            : (Standing.Failed, $"answered {(int)response.StatusCode} instead of {(int)expected}");
    }
}
