using System.Text.Json;
using Webox.Application.Accounts;

namespace Webox.GraphQL.Security;

/// <summary>
/// Signs a WebSocket in by its <c>connection_init</c>: <c>{"Authorization": "Bearer …"}</c> or <c>{"accessToken": "…"}</c>. Without a
/// token it is a guest's; with one that is not valid, and once the token has expired, it is closed with 4403.
/// </summary>
internal sealed class SocketAuthentication : DefaultSocketSessionInterceptor
{
    /// <summary>https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md: clients come again after it.</summary>
    private const int Forbidden = 4403;

    public override async ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default)
    {
        var http = session.Connection.HttpContext;
        if (connectionInitMessage.As<Dictionary<string, JsonElement>>() is { } payload && TokenOf(payload) is { } token)
        {
            if (await http.RequestServices.GetRequiredService<IAccessTokens>().ReadAsync(token) is not { } user)
            {
                return ConnectionStatus.Reject("The access token is not valid.");
            }

            http.User = user;
        }

        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        if (http.User.TimeLeft(clock) is { } left)
        {
            _ = CloseAfterAsync(left, session.Connection, clock, session.Connection.RequestAborted);
        }

        return ConnectionStatus.Accept();
    }

    private static async Task CloseAfterAsync(TimeSpan left, ISocketConnection connection, TimeProvider clock, CancellationToken ended)
    {
        await Task.Delay(left, clock, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ended.IsCancellationRequested)
        {
            await connection.CloseAsync("The access token has expired", Forbidden, CancellationToken.None);
        }
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
