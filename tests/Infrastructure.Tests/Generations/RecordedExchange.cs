using System.Net;
using System.Text;
using System.Text.Json;
using Webox.Infrastructure.Tests.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations;

/// <summary>What an official package sent to a provider, and what it was answered.</summary>
internal sealed class RecordedExchange(string recording, int number = 0)
{
    /// <summary>Headers that a provider looks at. The others say which package it was.</summary>
    private static readonly string[] HeadersThatMatter = ["authorization", "x-api-key", "anthropic-version", "x-goog-api-key", "content-type"];

    private readonly JsonElement _exchange = Contracts.Read("recorded", recording).GetProperty("exchanges")[number];

    /// <summary>The bytes of the answer.</summary>
    public byte[] Body => Encoding.UTF8.GetBytes(Response.TryGetProperty("frames", out var frames)
        ? string.Concat(frames.EnumerateArray().Select(frame => frame.GetString()))
        : Response.GetProperty("body").GetRawText());

    /// <summary>What was sent, whole.</summary>
    public JsonElement Request => _exchange.GetProperty("request");

    /// <summary>What the package sent, without its head.</summary>
    public JsonElement Sent => Request.GetProperty("body");

    private JsonElement Response => _exchange.GetProperty("response");

    /// <summary>A server that gives this answer, a few bytes at a time, or <paramref name="body"/> with its status and headers.</summary>
    public ScriptedHttp Replay(Func<Stream>? body = null)
    {
        var headers = Response.GetProperty("headers");
        return new ScriptedHttp(
            (HttpStatusCode)Response.GetProperty("status").GetInt32(),
            body ?? (() => new DrippingStream(Body, 11)),
            headers.GetProperty("content-type").GetString()!.Split(';')[0])
        {
            Headers = own =>
            {
                foreach (var header in headers.EnumerateObject().Where(header => header.Name != "content-type"))
                {
                    own.TryAddWithoutValidation(header.Name, header.Value.GetString());
                }
            },
        };
    }

    /// <summary>The same method, path, headers, and body, but for fields that one of the two does without.</summary>
    /// <param name="only">Fields that only the package sends.</param>
    /// <param name="also">Fields that we send also, or otherwise: then name them twice.</param>
    public void AssertSent(ScriptedHttp http, string[]? only = null, string[]? also = null)
    {
        AssertHead(http);
        using var sent = JsonDocument.Parse(http.RequestBody!);
        var ours = sent.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value);
        var theirs = Request.GetProperty("body").EnumerateObject().ToDictionary(field => field.Name, field => field.Value);
        Assert.Equal(theirs.Keys.Except(only ?? []).Concat(also ?? []).Order(), ours.Keys.Order());
        foreach (var (name, value) in ours.Where(field => theirs.ContainsKey(field.Key) && also?.Contains(field.Key) is not true))
        {
            Assert.True(JsonElement.DeepEquals(theirs[name], value), $"{name}: {value}");
        }
    }

    /// <summary>The same method, path and headers, for what has no body of JSON.</summary>
    public void AssertHead(ScriptedHttp http)
    {
        Assert.Equal(Request.GetProperty("method").GetString(), http.Request!.Method.Method);
        Assert.Equal(Request.GetProperty("path").GetString(), http.Request.RequestUri!.PathAndQuery);

        // Some packages name a type even where there is no content.
        Assert.Equal(
            RecordedHeaders().Where(header => http.Request.Content is not null || !header.StartsWith("content-type", StringComparison.Ordinal)),
            HeadersOf(http.Request));
    }

    private IEnumerable<string> RecordedHeaders() => Request.GetProperty("headers").EnumerateArray()
        .Select(header => (Name: header[0].GetString()!.ToLowerInvariant(), Value: header[1].GetString()!))
        .Where(header => HeadersThatMatter.Contains(header.Name))
        .Select(header => $"{header.Name}: {Shape(header.Value)}")
        .Order();

    private static IEnumerable<string> HeadersOf(HttpRequestMessage request) => request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
        .Select(header => (Name: header.Key.ToLowerInvariant(), Value: string.Join(", ", header.Value)))
        .Where(header => HeadersThatMatter.Contains(header.Name))
        .Select(header => $"{header.Name}: {Shape(header.Value)}")
        .Order();

    // Keys differ; how they are presented does not.
    private static string Shape(string value) =>
        value.StartsWith("Bearer ", StringComparison.Ordinal) ? "Bearer …"
        : value.StartsWith("sk-", StringComparison.Ordinal) || value.StartsWith("AIza", StringComparison.Ordinal) ? "…"
        : value.Split(';')[0];
}
