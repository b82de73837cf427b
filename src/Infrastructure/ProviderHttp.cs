namespace Webox.Infrastructure;

/// <summary>
/// HTTP to providers: no redirects, which could lead anywhere; no time limit of its own, which would end at the headers; no logging,
/// which would know the keys.
/// </summary>
internal static class ProviderHttp
{
    /// <param name="connect">Opens the connections. Null: as usual.</param>
    public static HttpClient Create(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect = null) => new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = connect,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
