using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Tests.Security;

public sealed class SocketAuthenticationTests(SharedWebox shared) : IClassFixture<SharedWebox>
{
    [Theory]
    [InlineData("Authorization", "Bearer ")]
    [InlineData("authorization", "bearer ")]
    [InlineData("accessToken", "")]
    public async Task Connection_init_signs_a_socket_in(string name, string prefix)
    {
        var app = await shared.OnAsync();
        var (ada, token) = await app.SignInAsync(Role.Customer);
        using var socket = await ConnectAsync(app);

        await SendAsync(socket, new { type = "connection_init", payload = new Dictionary<string, string> { [name] = prefix + token } });

        Assert.Equal("connection_ack", (await ReceiveAsync(socket)).GetProperty("type").GetString());
        Assert.Equal($$"""{"email":"{{ada.Email}}"}""", await ViewerAsync(socket));
    }

    [Fact]
    public async Task Without_a_token_it_is_a_guests()
    {
        var app = await shared.OnAsync();
        using var socket = await ConnectAsync(app);

        await SendAsync(socket, new { type = "connection_init" });

        Assert.Equal("connection_ack", (await ReceiveAsync(socket)).GetProperty("type").GetString());
        Assert.Equal("null", await ViewerAsync(socket));
    }

    [Theory]
    [InlineData("Authorization", "Bearer nonsense")]
    [InlineData("Authorization", "Basic YWRhOmFkYQ==")]
    [InlineData("accessToken", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.")]
    public async Task With_a_token_that_is_not_valid_it_is_closed_with_4403(string name, string value)
    {
        var app = await shared.OnAsync();
        using var socket = await ConnectAsync(app);

        await SendAsync(socket, new { type = "connection_init", payload = new Dictionary<string, string> { [name] = value } });
        var result = await socket.ReceiveAsync(new byte[1024], CancellationToken.None);

        Assert.Equal((WebSocketMessageType.Close, 4403), (result.MessageType, (int)result.CloseStatus!));
    }

    private static async Task<ClientWebSocket> ConnectAsync(WeboxApp app)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(app.Http.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        return socket;
    }

    private static async Task<string> ViewerAsync(ClientWebSocket socket)
    {
        await SendAsync(socket, new { type = "subscribe", id = "1", payload = new { query = "{ viewer { email } }" } });
        var next = await ReceiveAsync(socket);
        Assert.Equal("next", next.GetProperty("type").GetString());
        return next.GetProperty("payload").GetProperty("data").GetProperty("viewer").GetRawText();
    }

    private static Task SendAsync(ClientWebSocket socket, object message) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<JsonElement> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[16 * 1024];
        var result = await socket.ReceiveAsync(buffer, CancellationToken.None);
        return JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, result.Count)).RootElement;
    }
}
