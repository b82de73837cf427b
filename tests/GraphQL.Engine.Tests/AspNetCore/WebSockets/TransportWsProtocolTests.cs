using System.Net.WebSockets;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.AspNetCore;

namespace Webox.GraphQL.Engine.Tests.AspNetCore.WebSockets;

public sealed class TransportWsProtocolTests
{
    private const string Stock = """subscription { stockChanged(sku: \"A\") { count } }""";

    [Fact]
    public async Task A_query_is_one_next_and_complete_and_frees_its_id()
    {
        await using var server = await StockServer.StartAsync();
        using var socket = await (await server.ConnectAsync()).InitializeAsync();

        for (var i = 0; i < 2; i++)
        {
            await socket.SubscribeAsync("1", "{ hello }");

            Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"hello":"Hello, world!"}}}""", await socket.ReceiveAsync());
            Assert.Equal("""{"id":"1","type":"complete"}""", await socket.ReceiveAsync());
        }
    }

    [Fact]
    public async Task Events_come_until_the_client_completes_and_then_the_source_is_closed()
    {
        await using var server = await StockServer.StartAsync();
        using var socket = await (await server.ConnectAsync()).InitializeAsync();
        await socket.SendAsync($$$"""{"id":"s","type":"subscribe","payload":{"query":"{{{Stock}}}"}}""");
        await Eventually.IsTrueAsync(() => server.Subscribers == 1);

        await socket.SubscribeAsync("m", """mutation { setStock(sku: "A", count: 7) { count } }""");
        string[] messages = [await socket.ReceiveAsync(), await socket.ReceiveAsync(), await socket.ReceiveAsync()];
        await socket.SendAsync("""{"id":"s","type":"complete"}""");

        Assert.Contains("""{"id":"s","type":"next","payload":{"data":{"stockChanged":{"count":7}}}}""", messages);
        await Eventually.IsTrueAsync(() => server.Subscribers == 0);
        await socket.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_request_error_is_an_error_message_and_no_complete()
    {
        await using var server = await StockServer.StartAsync();
        using var socket = await (await server.ConnectAsync()).InitializeAsync();

        await socket.SubscribeAsync("1", "subscription { nope }");

        Assert.StartsWith("""{"id":"1","type":"error","payload":[{"message":""", await socket.ReceiveAsync(), StringComparison.Ordinal);
        await socket.SendAsync("""{"type":"ping","payload":{"n":1}}""");
        Assert.Equal("""{"type":"pong","payload":{"n":1}}""", await socket.ReceiveAsync());
    }

    [Theory]
    [InlineData("nonsense", "The message is not well-formed JSON")]
    [InlineData("[]", "The message is not an object")]
    [InlineData("""{"type":"start"}""", "The message has no type that clients send")]
    [InlineData("""{"type":"next","id":"1","payload":{}}""", "The message has no type that clients send")]
    [InlineData("""{"type":"ping","payload":1}""", "The payload is not an object")]
    [InlineData("""{"type":"complete"}""", "The message has no id")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{hello}"}}""", "The message has no id")]
    [InlineData("""{"type":"subscribe","id":"1"}""", "The request must be a JSON object.")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{hello}","variables":[]}}""", "The parameter 'variables' must be an object.")]
    public async Task What_is_no_message_closes_with_4400(string message, string reason)
    {
        await using var server = await StockServer.StartAsync();
        using var socket = await (await server.ConnectAsync()).InitializeAsync();

        await socket.SendAsync(message);

        Assert.Equal((4400, reason), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Binary_messages_close_with_4400()
    {
        await using var server = await StockServer.StartAsync();
        using var socket = await (await server.ConnectAsync()).InitializeAsync();

        await socket.SendAsync("""{"type":"ping"}"""u8.ToArray(), type: WebSocketMessageType.Binary);

        Assert.Equal((4400, "The message is not text"), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Subscribing_before_the_acknowledgement_closes_with_4401()
    {
        await using var server = await StockServer.StartAsync();
        using var socket = await server.ConnectAsync();

        await socket.SubscribeAsync("1", """mutation { setStock(sku: "A", count: 7) { count } }""");

        Assert.Equal((4401, "Unauthorized"), await socket.ReceiveCloseAsync());
        Assert.Equal(0, server.Levels["A"]);
    }

    [Fact]
    public async Task An_id_in_use_closes_with_4409()
    {
        await using var server = await StockServer.StartAsync();
        using var socket = await (await server.ConnectAsync()).InitializeAsync();
        await socket.SendAsync($$$"""{"id":"s","type":"subscribe","payload":{"query":"{{{Stock}}}"}}""");

        await socket.SubscribeAsync("s", "{ hello }");

        Assert.Equal((4409, "Subscriber for s already exists"), await socket.ReceiveCloseAsync());
        await Eventually.IsTrueAsync(() => server.Subscribers == 0);
    }

    [Fact]
    public async Task Initializing_twice_closes_with_4429()
    {
        await using var server = await StockServer.StartAsync();
        using var socket = await (await server.ConnectAsync()).InitializeAsync();

        await socket.SendAsync("""{"type":"connection_init"}""");

        Assert.Equal((4429, "Too many initialisation requests"), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task An_interceptor_signs_in_by_the_payload_and_answers_with_one()
    {
        await using var server = await StockServer.StartAsync(builder => builder.AddSocketSessionInterceptor<SignIn>());
        using var socket = await server.ConnectAsync();

        await socket.SendAsync("""{"type":"connection_init","payload":{"name":"Ada"}}""");
        Assert.Equal("""{"type":"connection_ack","payload":{"welcome":"Ada"}}""", await socket.ReceiveAsync());
        await socket.SubscribeAsync("1", "{ viewer }");

        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"viewer":"Ada"}}}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task An_interceptor_can_refuse()
    {
        await using var server = await StockServer.StartAsync(builder => builder.AddSocketSessionInterceptor<SignIn>());
        using var socket = await server.ConnectAsync();

        await socket.SendAsync("""{"type":"connection_init"}""");

        Assert.Equal((4403, "Who are you?"), await socket.ReceiveCloseAsync());
    }

    private sealed record Login(string? Name);

    private sealed class SignIn : DefaultSocketSessionInterceptor
    {
        public override ValueTask<ConnectionStatus> OnConnectAsync(
            ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default)
        {
            if (connectionInitMessage.As<Login>()?.Name is not { } name)
            {
                return ValueTask.FromResult(ConnectionStatus.Reject("Who are you?"));
            }

            session.Connection.HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "test"));
            return ValueTask.FromResult(ConnectionStatus.Accept(new Dictionary<string, object?> { ["welcome"] = name }));
        }
    }
}
