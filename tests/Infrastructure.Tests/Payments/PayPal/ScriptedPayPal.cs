using System.Net;
using System.Text;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

/// <summary>PayPal's server, which answers what the test says, in this order, and remembers what it was sent. Tokens it gives by itself.</summary>
internal sealed class ScriptedPayPal : HttpMessageHandler
{
    public const string TokenRequest = "POST /v1/oauth2/token";

    private readonly Lock _lock = new();
    private readonly Queue<(string Request, Func<CancellationToken, Task<HttpResponseMessage>> Answer)> _script = [];
    private readonly List<SentRequest> _sent = [];

    /// <summary>What it answers out of the script: certificates, and anything asked many times. Null: nothing.</summary>
    public Func<SentRequest, HttpResponseMessage?> Otherwise { get; set; } = _ => null;

    public IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (_lock)
            {
                return [.. _sent];
            }
        }
    }

    /// <summary>All but the requests for tokens.</summary>
    public IReadOnlyList<SentRequest> Calls => [.. Sent.Where(one => one.Name != TokenRequest)];

    public int TokenRequests => Sent.Count(one => one.Name == TokenRequest);

    public static string TokenBody(string token, int expiresIn = 31668) =>
        $$"""{"access_token":"{{token}}","token_type":"Bearer","expires_in":{{expiresIn}}}""";

    public static HttpResponseMessage Reply(int status, string body, string mediaType = "application/json")
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        response.Headers.Add("paypal-debug-id", "f12345abc6789");
        return response;
    }

    public ScriptedPayPal Then(string request, int status, string body = "{}") => Then(request, _ => Task.FromResult(Reply(status, body)));

    public ScriptedPayPal Then(string request, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        lock (_lock)
        {
            _script.Enqueue((request, answer));
        }

        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = await SentRequest.OfAsync(request);
        return await Next(sent)(cancellationToken);
    }

    private Func<CancellationToken, Task<HttpResponseMessage>> Next(SentRequest sent)
    {
        lock (_lock)
        {
            _sent.Add(sent);
            if (_script.TryPeek(out var next) && next.Request == sent.Name)
            {
                return _script.Dequeue().Answer;
            }
        }

        var answer = Otherwise(sent) ?? (sent.Name == TokenRequest
            ? Reply(200, TokenBody("A21AAF_test"))
            : throw new InvalidOperationException($"Nobody expected {sent.Name}."));
        return _ => Task.FromResult(answer);
    }
}

/// <param name="Name">Method and path: <c>GET /v2/checkout/orders/A1</c>.</param>
internal sealed record SentRequest(string Name, Uri Address, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public static async Task<SentRequest> OfAsync(HttpRequestMessage request)
    {
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
        return new($"{request.Method} {request.RequestUri!.AbsolutePath}", request.RequestUri, headers, body);
    }

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
