using System.Security.Cryptography;
using System.Text;

namespace Webox.GraphQL.Operations;

/// <summary>
/// <c>/metrics</c>: in Development to everybody, otherwise to whoever sends <c>WEBOX_METRICS_TOKEN</c> as bearer token. It tells how
/// much is going on, which is nobody else's business.
/// </summary>
internal static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/metrics",
        (HttpContext context, Metrics metrics, IConfiguration configuration, IHostEnvironment environment) =>
            MayRead(context.Request, configuration["WEBOX_METRICS_TOKEN"], environment.IsDevelopment())
                ? Results.Text(metrics.Read(), "text/plain; version=0.0.4; charset=utf-8")
                : Results.NotFound());

    private static bool MayRead(HttpRequest request, string? token, bool isDevelopment) => string.IsNullOrEmpty(token)
        ? isDevelopment
        : CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes($"{request.Headers.Authorization}"), Encoding.UTF8.GetBytes($"Bearer {token}"));
}
