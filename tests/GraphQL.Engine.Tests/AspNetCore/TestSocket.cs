using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Webox.GraphQL.Engine.Tests.AspNetCore;

/// <summary>The client's end of a socket, with nothing done behind the test's back.</summary>
internal sealed class TestSocket : IDisposable
{
    // A test that waits longer has failed; nothing is measured by it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket;

    private TestSocket(ClientWebSocket socket) => _socket = socket;

    public string? Subprotocol => _socket.SubProtocol;

    /// <summary>Null until the server has closed.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    public static async Task<TestSocket> ConnectAsync(ClientWebSocket socket, Uri address)
    {
        using var timeout = new CancellationTokenSource(Patience);
        await socket.ConnectAsync(address, timeout.Token);
        return new TestSocket(socket);
    }

    public async Task<TestSocket> InitializeAsync()
    {
        await SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await ReceiveAsync());
        return this;
    }

    public Task SubscribeAsync(string id, string query) =>
        SendAsync(JsonSerializer.Serialize(new { id, type = "subscribe", payload = new { query } }));

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> text, bool isEnd = true, WebSocketMessageType type = WebSocketMessageType.Text)
    {
        using var timeout = new CancellationTokenSource(Patience);
        await _socket.SendAsync(text, type, isEnd, timeout.Token);
    }

    /// <summary>The next message.</summary>
    public async Task<string> ReceiveAsync()
    {
        var message = await ReadAsync();
        Assert.True(message is not null, $"Closed with {_socket.CloseStatus} {_socket.CloseStatusDescription} instead of a message.");
        return message;
    }

    /// <summary>The code and reason the server closes with; fails on a message.</summary>
    public async Task<(int Code, string? Reason)> ReceiveCloseAsync()
    {
        Assert.Null(await ReadAsync());
        return ((int)_socket.CloseStatus!.Value, _socket.CloseStatusDescription);
    }

    public async Task CloseAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, timeout.Token);
    }

    /// <summary>As when the cable is pulled.</summary>
    public void Cut() => _socket.Abort();

    public void Dispose() => _socket.Dispose();

    private async Task<string?> ReadAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var frame = await _socket.ReceiveAsync(buffer.AsMemory(), timeout.Token);
            if (frame.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, frame.Count);
            if (frame.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }
}
