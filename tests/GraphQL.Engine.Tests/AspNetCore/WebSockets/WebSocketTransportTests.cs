using System.Net;
using System.Net.WebSockets;

namespace Webox.GraphQL.Engine.Tests.AspNetCore.WebSockets;

public sealed class WebSocketTransportTests
{
    [Fact]
    public async Task The_subprotocol_is_agreed_on()
    {
        await using var server = await StockServer.StartAsync();

        using var socket = await server.ConnectAsync();

        Assert.Equal("graphql-transport-ws", socket.Subprotocol);
    }

    [Theory]
    [InlineData("graphql-ws")]
    [InlineData("GRAPHQL-TRANSPORT-WS")]
    [InlineData(null)]
    public async Task Another_subprotocol_is_refused_in_the_handshake(string? subprotocol)
    {
        await using var server = await StockServer.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await RefusalAsync(server, subprotocol, origin: null));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_cannot_open_a_socket(string origin)
    {
        await using var server = await StockServer.StartAsync(options => options.AllowedOrigins.Add("https://shop.example"));

        Assert.Equal(HttpStatusCode.Forbidden, await RefusalAsync(server, "graphql-transport-ws", origin));
    }

    [Fact]
    public async Task Pages_of_our_own_and_of_allowed_origins_can()
    {
        await using var server = await StockServer.StartAsync(options => options.AllowedOrigins.Add("https://shop.example"));

        foreach (var origin in new[] { server.Address.GetLeftPart(UriPartial.Authority), "https://shop.example" })
        {
            using var socket = await server.ConnectAsync(origin: origin);
            await socket.InitializeAsync();
        }
    }

    private static async Task<HttpStatusCode> RefusalAsync(StockServer server, string? subprotocol, string? origin)
    {
        using var client = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => server.ConnectAsync(client, subprotocol, origin));
        return client.HttpStatusCode;
    }
}
