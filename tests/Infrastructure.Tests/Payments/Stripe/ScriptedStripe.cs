using System.Net;
using System.Text;
using System.Web;
using Webox.Infrastructure.Payments.Stripe;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

/// <summary>Stripe's server by script: it gives its answers in their order, and remembers what it was asked.</summary>
internal sealed class ScriptedStripe : HttpMessageHandler
{
    public static readonly StripeOptions Options = new(
        StripeSays.Key, "pk_test_0123456789", ["whsec_canary0123456789"], new Uri("https://stripe.example/"), "2026-10-28.endive");

    private readonly Queue<Func<CancellationToken, Task<HttpContent>>> _bodies = [];
    private readonly Queue<(int Status, (string Name, string Value)[] Headers)> _heads = [];

    public LeapingClock Clock { get; } = new();

    public List<StripeRequest> Requests { get; } = [];

    public ScriptedStripe Answers(string body, int status = 200, params (string Name, string Value)[] headers) =>
        Answers(_ => Task.FromResult<HttpContent>(new StringContent(body, Encoding.UTF8, "application/json")), status, headers);

    /// <summary>The connection breaks instead of an answer: perhaps before the request came, perhaps after.</summary>
    public ScriptedStripe BreaksOff() => Answers(_ => throw new HttpRequestException("reset"));

    /// <summary>Time passes instead of an answer.</summary>
    public ScriptedStripe Takes(TimeSpan time) => Answers(async cancellationToken =>
    {
        Clock.Advance(time);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("Nobody waits for ever.");
    });

    public ScriptedStripe Answers(
        Func<CancellationToken, Task<HttpContent>> body, int status = 200, params (string Name, string Value)[] headers)
    {
        _bodies.Enqueue(body);
        _heads.Enqueue((status, headers));
        return this;
    }

    public StripeHttp Http(StripeOptions? options = null) => new(options ?? Options, new HttpClient(this), Clock);

    public StripeGateway Gateway(StripeOptions? options = null) => new(options ?? Options, Http(options));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add(StripeRequest.Of(request, body));
        var (status, headers) = _heads.Dequeue();
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = await _bodies.Dequeue()(cancellationToken) };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}

/// <param name="Path">With its query, brackets unescaped.</param>
/// <param name="Form">Null without a body.</param>
internal sealed record StripeRequest(
    string Method, string Path, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<KeyValuePair<string, string>>? Form)
{
    public string? Key => Headers.GetValueOrDefault("Idempotency-Key");

    public string? this[string name] => Form?.SingleOrDefault(field => field.Key == name).Value;

    public static StripeRequest Of(HttpRequestMessage request, string? body) => new(
        request.Method.Method,
        Uri.UnescapeDataString(request.RequestUri!.PathAndQuery),
        request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []).ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
        body is null ? null : [.. Fields(body)]);

    private static IEnumerable<KeyValuePair<string, string>> Fields(string body)
    {
        var fields = HttpUtility.ParseQueryString(body);
        return fields.AllKeys.Select(name => new KeyValuePair<string, string>(name!, fields[name]!));
    }
}
