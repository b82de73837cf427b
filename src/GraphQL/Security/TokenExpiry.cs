using System.Globalization;
using System.Security.Claims;
using Webox.Application.Accounts;

namespace Webox.GraphQL.Security;

/// <summary>What was opened with an access token ends with it: whoever watches for longer comes again with the next one.</summary>
internal static class TokenExpiry
{
    /// <summary>How long the user's token still counts; 0 when it has expired. Null for a guest.</summary>
    public static TimeSpan? TimeLeft(this ClaimsPrincipal user, TimeProvider clock)
    {
        if (user.FindFirst("exp") is not { } expires)
        {
            return null;
        }

        var left = DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires.Value, CultureInfo.InvariantCulture)) - clock.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Cuts a stream of events when the token of its request expires or is taken back. Sockets see to it themselves.</summary>
    public static IApplicationBuilder UseTokenExpiry(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        if (context.WebSockets.IsWebSocketRequest || context.User.TimeLeft(clock) is not { } left)
        {
            await next(context);
            return;
        }

        // Disposed before the request ends, so that no other request of the connection is cut.
        await using var expiry = clock.CreateTimer(_ => CutStream(context), null, left, Timeout.InfiniteTimeSpan);
        using var revocation = context.RequestServices.GetRequiredService<IAccessWatch>().Watch(context.User, () => CutStream(context));
        await next(context);
    });

    private static void CutStream(HttpContext context)
    {
        if (context.Response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) == true)
        {
            context.Abort();
        }
    }
}
