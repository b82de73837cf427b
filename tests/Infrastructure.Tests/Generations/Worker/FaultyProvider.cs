using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Webox.Infrastructure.Tests.Generations.Worker;

/// <summary>A provider's server on the loopback address that has one fault, and counts its calls.</summary>
internal sealed class FaultyProvider : IAsyncDisposable
{
    private static readonly TimeSpan DripInterval = TimeSpan.FromMilliseconds(20);

    private readonly WebApplication _app;
    private int _calls;
    private int _open;

    private FaultyProvider(ProviderWire wire, ProviderFault fault)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(context => AnswerAsync(context, wire, fault));
    }

    public string Address => _app.Urls.Single();

    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Calls that have not ended.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Completes when what was sent has been read.</summary>
    public Func<Task> Arrived { get; set; } = () => Task.CompletedTask;

    public static async Task<FaultyProvider> StartAsync(ProviderWire wire, ProviderFault fault)
    {
        var provider = new FaultyProvider(wire, fault);
        await provider._app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, ProviderWire wire, ProviderFault fault)
    {
        Interlocked.Increment(ref _calls);
        Interlocked.Increment(ref _open);
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            await (fault switch
            {
                ProviderFault.Hangs => Task.Delay(Timeout.Infinite, context.RequestAborted),
                ProviderFault.ClosesAtOnce => AbortAsync(context),
                ProviderFault.DripsBytes => DripAsync(context, ":"),
                ProviderFault.DripsPieces => DripAsync(context, wire.Piece),
                ProviderFault.EndlessLine => FloodAsync(context),
                ProviderFault.Resets => ResetAsync(context, wire.Piece),
                ProviderFault.EndsEarly => EndEarlyAsync(context, wire.Piece),
                _ => SendAsync(context, Answer(context, wire, fault)),
            });
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The caller has gone.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private static (int Status, string MediaType, string Body) Answer(HttpContext context, ProviderWire wire, ProviderFault fault)
    {
        var headers = context.Response.Headers;
        switch (fault)
        {
            case ProviderFault.RateLimitedForSeconds:
                headers.RetryAfter = "7";
                return Status(429);
            case ProviderFault.RateLimitedUntilDate:
                headers.RetryAfter = "Fri, 02 Jan 2026 03:05:05 GMT";
                return Status(429);
            case ProviderFault.RateLimitedAbsurdly:
                headers.RetryAfter = "99999999999999999999";
                return Status(429);
            case ProviderFault.Redirects:
                headers.Location = "http://169.254.169.254/latest/meta-data/";
                return Status(307);
            case ProviderFault.Status500:
                return Status(500);
            case ProviderFault.Status502:
                return (502, "text/html", "<html><h1>502 Bad Gateway</h1></html>");
            case ProviderFault.Status503:
                return Status(503);
            case ProviderFault.NoJson:
                return (200, ProviderWire.Stream, wire.Piece + "data: {\"choices\":[{\n\n" + wire.End);
            case ProviderFault.Html:
                return (200, "text/html", "<!doctype html><title>Sign in</title>");
            case ProviderFault.JsonInsteadOfStream:
                return (200, "application/json", """{"error":{"message":"no","type":"server_error"}}""");
            case ProviderFault.ErrorInStream:
                return (200, ProviderWire.Stream, wire.Piece + wire.Error);
            case ProviderFault.NoAnswer:
                return (200, ProviderWire.Stream, wire.Nothing);
            case ProviderFault.ContentPolicy:
                return wire.Refusal;
            case ProviderFault.NoEndMarker:
                return (200, ProviderWire.Stream, wire.Piece);
            default:
                return (200, ProviderWire.Stream, wire.Piece + wire.End);
        }
    }

    private static (int Status, string MediaType, string Body) Status(int status) =>
        (status, "application/json", """{"error":{"message":"no","type":"server_error","code":null,"status":"UNAVAILABLE"}}""");

    private static async Task SendAsync(HttpContext context, (int Status, string MediaType, string Body) answer)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (answer.Status, answer.MediaType);
        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static Task AbortAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    // A reset takes with it what the other side has not read yet.
    private async Task ResetAsync(HttpContext context, string piece)
    {
        await SendAsync(context, (200, ProviderWire.Stream, piece));
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await Arrived();
        context.Abort();
    }

    private static Task EndEarlyAsync(HttpContext context, string piece)
    {
        context.Response.ContentLength = 100_000;
        return SendAsync(context, (200, ProviderWire.Stream, piece));
    }

    private static async Task DripAsync(HttpContext context, string drop)
    {
        context.Response.ContentType = ProviderWire.Stream;
        while (true)
        {
            await context.Response.WriteAsync(drop, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(DripInterval, context.RequestAborted);
        }
    }

    private static async Task FloodAsync(HttpContext context)
    {
        context.Response.ContentType = ProviderWire.Stream;
        var flood = "data: "u8.ToArray().Concat(Enumerable.Repeat((byte)'a', 64 * 1024)).ToArray();
        while (true)
        {
            await context.Response.Body.WriteAsync(flood, context.RequestAborted);
        }
    }
}
