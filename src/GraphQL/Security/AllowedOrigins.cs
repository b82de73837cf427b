using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Webox.GraphQL.Security;

/// <summary>
/// The origins whose pages may call Webox from a browser: <c>WEBOX_ALLOWED_ORIGINS</c>, separated by commas. Without it there are none but
/// our own. Who is asking is said by a bearer token and never by a cookie, so no credentials are allowed.
/// </summary>
internal sealed class AllowedOrigins(IConfiguration configuration) : IConfigureOptions<CorsOptions>
{
    /// <summary>How long a browser remembers that it may ask.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    public static string[] Read(IConfiguration configuration) =>
        (configuration["WEBOX_ALLOWED_ORIGINS"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public void Configure(CorsOptions options) => options.AddDefaultPolicy(policy => policy
        .WithOrigins(Read(configuration))
        .WithMethods("GET", "POST", "PUT", "DELETE")
        .AllowAnyHeader()
        .WithExposedHeaders("Retry-After", "Content-Disposition")
        .SetPreflightMaxAge(Remembered));
}
