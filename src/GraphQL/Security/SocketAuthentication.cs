using System.Security.Claims;
using System.Text.Json;
using Webox.Application.Accounts;

namespace Webox.GraphQL.Security;

/// <summary>
/// Signs a WebSocket in by its <c>connection_init</c>: <c>{"Authorization": "Bearer …"}</c> or <c>{"accessToken": "…"}</c>. Without a
/// token it is a guest's; with one that is not valid, and once the token has expired or was taken
/// back, it is closed with 4403.
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
            var watch = http.RequestServices.GetRequiredService<IAccessWatch>();
            _ = CloseAfterAsync(left, session.Connection, http.User, watch, clock, session.Connection.RequestAborted);
        }

        return ConnectionStatus.Accept();
    }

    private static async Task CloseAfterAsync(
        TimeSpan left, ISocketConnection connection, ClaimsPrincipal user, IAccessWatch access, TimeProvider clock, CancellationToken ended)
    {
        var revoked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = access.Watch(user, () => revoked.TrySetResult());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ended);
        await Task.WhenAny(Task.Delay(left, clock, stop.Token), revoked.Task);
        await stop.CancelAsync();
        if (!ended.IsCancellationRequested)
        {
            var reason = revoked.Task.IsCompleted ? "The access token was revoked" : "The access token has expired";
            await connection.CloseAsync(reason, Forbidden, CancellationToken.None);
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
