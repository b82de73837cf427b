using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Webox.GraphQL.Tests.Security;

/// <summary>A client of the protocol graphql-transport-ws.</summary>
internal sealed class TestSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    public static async Task<TestSocket> OpenAsync(WeboxApp app, string? accessToken = null)
    {
        var socket = new TestSocket();
        socket._socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket._socket.ConnectAsync(new UriBuilder(app.Http.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, default);
        await socket.SendAsync(new { type = "connection_init", payload = accessToken is null ? new object() : new { accessToken } });
        Assert.Equal("connection_ack", (await socket.ReceiveAsync()).At("type").GetString());
        return socket;
    }

    public Task SendAsync(object message) =>
        _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public async Task<JsonElement> ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var result = await _socket.ReceiveAsync(buffer, CancellationToken.None);
        return JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, result.Count)).RootElement;
    }

    /// <summary>What the server closes it with, whatever it says before.</summary>
    public async Task<(int Code, string? Reason)> ReadToCloseAsync()
    {
        var buffer = new byte[64 * 1024];
        WebSocketReceiveResult result;
        do
        {
            result = await _socket.ReceiveAsync(buffer, CancellationToken.None);
        }
        while (result.MessageType is not WebSocketMessageType.Close);

        return ((int)result.CloseStatus!, result.CloseStatusDescription);
    }

    public void Dispose() => _socket.Dispose();
}
