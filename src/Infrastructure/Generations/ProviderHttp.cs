namespace Webox.Infrastructure.Generations;

/// <summary>
/// HTTP to providers: no redirects, which could lead anywhere; no time limit of its own, which would end at the headers; no logging,
/// which would know the keys.
/// </summary>
internal static class ProviderHttp
{
    public static HttpClient Create() => new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
