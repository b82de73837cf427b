using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Webox.TestSupport;

/// <summary>
/// A server that speaks as much of S3 as Webox does, keeps one bucket in memory, refuses what is not signed with its key (signature
/// version 4, https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html) or is not what was signed, and fails on demand.
/// </summary>
public sealed class S3Server : IAsyncDisposable
{
    public const string AccessKey = "AccessCanary0001";
    public const string SecretKey = "SecretCanary0123456789abcdefghijklmnopqr";
    private const string Bucket = "webox-files";
    private const int PageSize = 2;

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;

    private S3Server(TimeProvider clock)
    {
        _clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>By key.</summary>
    public ConcurrentDictionary<string, (byte[] Content, DateTimeOffset Modified)> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>What was asked, as <c>GET bytes=5-</c>.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Answers instead of the server while it is set.</summary>
    public Func<HttpContext, Task>? Fault { get; set; }

    /// <summary>Sends half of every object it is asked for, and closes the connection.</summary>
    public bool CutsBodies { get; set; }

    /// <summary>What makes Webox keep its files here.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["WEBOX_S3_BUCKET"] = Bucket,
        ["WEBOX_S3_ENDPOINT"] = _app.Urls.Single(),
        ["WEBOX_S3_REGION"] = "eu-west-3",
        ["WEBOX_S3_ACCESS_KEY"] = AccessKey,
        ["WEBOX_S3_SECRET_KEY"] = SecretKey,
    };

    public static async Task<S3Server> StartAsync(TimeProvider clock)
    {
        var server = new S3Server(clock);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A refusal that quotes the key, as real ones do.</summary>
    public static Func<HttpContext, Task> Refusal(int status, string code) => async context =>
    {
        context.Response.StatusCode = status;
        if (context.Request.Method != HttpMethods.Head)
        {
            await WriteAsync(context, new XElement("Error", new XElement("Code", code), new XElement("Message", $"{AccessKey} {SecretKey}")));
        }
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        Requests.Enqueue($"{request.Method} {request.Headers.Range}".TrimEnd());
        var body = await ReadAsync(request);
        if (Fault is { } fault)
        {
            await fault(context);
        }
        else if (!IsSigned(request, body))
        {
            await Refusal(403, "SignatureDoesNotMatch")(context);
        }
        else if (request.Path.StartsWithSegments("/" + Bucket, out var rest))
        {
            await AnswerAsync(context, rest.Value!.TrimStart('/'), body);
        }
        else
        {
            await Refusal(404, "NoSuchBucket")(context);
        }
    }

    private Task AnswerAsync(HttpContext context, string key, byte[] body)
    {
        switch (context.Request.Method)
        {
            case "PUT":
                Objects[key] = (body, _clock.GetUtcNow());
                return Task.CompletedTask;
            case "DELETE":
                Objects.TryRemove(key, out _);
                context.Response.StatusCode = 204;
                return Task.CompletedTask;
            case "GET" when key.Length == 0:
                return ListAsync(context);
            default:
                return Objects.TryGetValue(key, out var found) ? SendAsync(context, found.Content) : Refusal(404, "NoSuchKey")(context);
        }
    }

    private async Task SendAsync(HttpContext context, byte[] content)
    {
        var from = 0;
        if (context.Request.Headers.Range.ToString() is { Length: > 0 } range)
        {
            from = int.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {from}-{content.Length - 1}/{content.Length}";
        }

        context.Response.ContentLength = content.Length - from;
        if (context.Request.Method == HttpMethods.Head)
        {
            return;
        }

        var rest = content.AsMemory(from);
        await context.Response.Body.WriteAsync(CutsBodies ? rest[..(rest.Length / 2)] : rest);
        if (CutsBodies)
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }

    private Task ListAsync(HttpContext context)
    {
        var (prefix, after) = (context.Request.Query["prefix"].ToString(), context.Request.Query["continuation-token"].ToString());
        var rest = Objects.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(entry.Key, after) > 0)
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .ToList();
        var page = rest.Take(PageSize).ToList();
        return WriteAsync(context, new XElement(
            "ListBucketResult",
            new XElement("IsTruncated", rest.Count > page.Count),
            rest.Count > page.Count ? new XElement("NextContinuationToken", page[^1].Key) : null,
            page.Select(entry => new XElement(
                "Contents",
                new XElement("Key", entry.Key),
                new XElement("LastModified", entry.Value.Modified.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)),
                new XElement("Size", entry.Value.Content.Length)))));
    }

    private static bool IsSigned(HttpRequest request, byte[] body) =>
        request.Headers.Authorization.ToString() is var signature
        && signature.StartsWith($"AWS4-HMAC-SHA256 Credential={AccessKey}/", StringComparison.Ordinal)
        && signature.Contains("/eu-west-3/s3/aws4_request", StringComparison.Ordinal)
        && signature.Contains("Signature=", StringComparison.Ordinal)
        && request.Headers["x-amz-content-sha256"] == Convert.ToHexStringLower(SHA256.HashData(body));

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private static async Task WriteAsync(HttpContext context, XElement answer)
    {
        context.Response.ContentType = "application/xml";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.ToString()));
    }
}
