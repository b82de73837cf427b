using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Webox.Application.Accounts;

namespace Webox.GraphQL.Security;

/// <summary>
/// Signs a WebSocket in by its <c>connection_init</c>: <c>{"Authorization": "Bearer …"}</c> or <c>{"accessToken": "…"}</c>. Without a
/// token it is a guest's; with one that is not valid it is closed with 4403. Once the token has expired, what starts anew is a guest's.
/// </summary>
internal sealed class SocketAuthentication : DefaultSocketSessionInterceptor
{
    public override async ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default)
    {
        var http = session.Connection.HttpContext;
        if (connectionInitMessage.As<Dictionary<string, JsonElement>>() is not { } payload || TokenOf(payload) is not { } token)
        {
            return ConnectionStatus.Accept();
        }

        if (await http.RequestServices.GetRequiredService<IAccessTokens>().ReadAsync(token) is not { } user)
        {
            return ConnectionStatus.Reject("The access token is not valid.");
        }

        http.User = user;
        return ConnectionStatus.Accept();
    }

    public override ValueTask OnRequestAsync(
        ISocketSession session, string operationSessionId, OperationRequestBuilder requestBuilder, CancellationToken cancellationToken = default)
    {
        var http = session.Connection.HttpContext;
        if (http.User.FindFirst("exp") is { } expires
            && long.Parse(expires.Value, CultureInfo.InvariantCulture) < http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds())
        {
            http.User = new ClaimsPrincipal(new ClaimsIdentity());
        }

        return base.OnRequestAsync(session, operationSessionId, requestBuilder, cancellationToken);
    }

    private static string? TokenOf(Dictionary<string, JsonElement> payload)
    {
        foreach (var (name, value) in payload)
        {
            if (value.ValueKind is not JsonValueKind.String)
            {
                continue;
            }

            if (name.Equals("authorization", StringComparison.OrdinalIgnoreCase))
            {
                // Something else than a bearer token is no token of ours, and refused like one.
                return BearerAuthentication.TokenOf(value.GetString()) ?? "";
            }

            if (name == "accessToken")
            {
                return value.GetString();
            }
        }

        return null;
    }
}
