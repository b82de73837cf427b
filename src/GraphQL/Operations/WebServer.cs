using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Webox.GraphQL.Operations;

/// <summary>The limits of the web server. Without them one client could hold a node's memory and sockets.</summary>
internal static class WebServer
{
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>A longer GraphQL request is answered with 413. Webhooks and uploads allow themselves more.</summary>
    public const long BodyLengthMax = 256 * 1024;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(15);

    public static void AddWebServer(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseUrls(builder.Configuration["WEBOX_URLS"] is { Length: > 0 } urls ? urls : DefaultUrls);
        builder.WebHost.ConfigureKestrel(Limit);
        builder.Host.ConfigureHostOptions(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = RequestTimeout,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
    }

    private static void Limit(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        var limits = server.Limits;
        limits.MaxConcurrentConnections = 2_000;
        limits.MaxConcurrentUpgradedConnections = 1_500;
        limits.MaxRequestBodySize = BodyLengthMax;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.Http2.MaxStreamsPerConnection = 100;
    }
}
