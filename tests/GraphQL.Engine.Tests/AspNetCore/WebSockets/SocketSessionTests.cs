using System.Net.WebSockets;
using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.AspNetCore;

namespace Webox.GraphQL.Engine.Tests.AspNetCore.WebSockets;

public sealed class SocketSessionTests
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
    public async Task Text_that_is_not_utf_8_closes_with_1007()
    {
        await using var server = await StockServer.StartAsync();
        using var socket = await (await server.ConnectAsync()).InitializeAsync();

        await socket.SendAsync(new byte[] { 0xC3, 0x28 });

        Assert.Equal(1007, (await socket.ReceiveCloseAsync()).Code);
    }

    [Fact]
    public async Task A_message_may_come_in_frames_but_not_over_the_limit()
    {
        await using var server = await StockServer.StartAsync(options => options.Sockets.MessageBytesMax = 1024);
        using var socket = await (await server.ConnectAsync()).InitializeAsync();

        await socket.SendAsync("{\"type\":"u8.ToArray(), isEnd: false);
        await socket.SendAsync("\"ping\"}"u8.ToArray());
        Assert.Equal("""{"type":"pong"}""", await socket.ReceiveAsync());

        await socket.SendAsync(new byte[1000], isEnd: false);
        await socket.SendAsync(new byte[25], isEnd: false);
        Assert.Equal((1009, "The message may have 1024 bytes at most"), await socket.ReceiveCloseAsync());
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
    public async Task A_socket_that_says_nothing_is_closed_with_4408()
    {
        await using var server = await StockServer.StartAsync(
            options => options.Sockets.ConnectionInitializationTimeout = TimeSpan.FromMilliseconds(100));
        using var socket = await server.ConnectAsync();

        Assert.Equal((4408, "Connection initialisation timeout"), await socket.ReceiveCloseAsync());
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
    public async Task The_reason_of_a_close_is_cut_between_characters()
    {
        await using var server = await StockServer.StartAsync();
        using var socket = await (await server.ConnectAsync()).InitializeAsync();
        var id = string.Concat(Enumerable.Repeat("é", 100));
        await socket.SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{Stock}}}"}}""");

        await socket.SubscribeAsync(id, "{ hello }");

        var (code, reason) = await socket.ReceiveCloseAsync();
        Assert.Equal((4409, $"Subscriber for {id[..54]}"), (code, reason));
        Assert.InRange(Encoding.UTF8.GetByteCount(reason!), 0, 123);
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
    public async Task When_the_connection_is_cut_every_source_is_closed()
    {
        await using var server = await StockServer.StartAsync();
        var socket = await (await server.ConnectAsync()).InitializeAsync();
        for (var i = 0; i < 5; i++)
        {
            await socket.SendAsync($$$"""{"id":"{{{i}}}","type":"subscribe","payload":{"query":"{{{Stock}}}"}}""");
        }

        await Eventually.IsTrueAsync(() => server.Subscribers == 5);
        socket.Cut();

        await Eventually.IsTrueAsync(() => server.Subscribers == 0);
        socket.Dispose();
    }

    [Fact]
    public async Task When_the_client_closes_the_server_closes_too()
    {
        await using var server = await StockServer.StartAsync();
        using var socket = await (await server.ConnectAsync()).InitializeAsync();
        await socket.SendAsync($$$"""{"id":"s","type":"subscribe","payload":{"query":"{{{Stock}}}"}}""");
        await Eventually.IsTrueAsync(() => server.Subscribers == 1);

        await socket.CloseAsync();

        Assert.Equal(1000, socket.CloseCode);
        await Eventually.IsTrueAsync(() => server.Subscribers == 0);
    }

    [Fact]
    public async Task When_the_server_stops_it_says_so_with_1001()
    {
        await using var server = await StockServer.StartAsync();
        using var socket = await (await server.ConnectAsync()).InitializeAsync();
        await socket.SendAsync($$$"""{"id":"s","type":"subscribe","payload":{"query":"{{{Stock}}}"}}""");
        await Eventually.IsTrueAsync(() => server.Subscribers == 1);

        var stopping = server.StopAsync();

        Assert.Equal((1001, "The server is stopping"), await socket.ReceiveCloseAsync());
        await socket.CloseAsync();
        await stopping;
        Assert.Equal(0, server.Subscribers);
    }

    [Fact]
    public async Task One_subscription_too_many_is_refused_and_the_others_go_on()
    {
        await using var server = await StockServer.StartAsync(options => options.Sockets.SubscriptionsMax = 1);
        using var socket = await (await server.ConnectAsync()).InitializeAsync();
        await socket.SendAsync($$$"""{"id":"1","type":"subscribe","payload":{"query":"{{{Stock}}}"}}""");
        await Eventually.IsTrueAsync(() => server.Subscribers == 1);

        await socket.SendAsync($$$"""{"id":"2","type":"subscribe","payload":{"query":"{{{Stock}}}"}}""");

        Assert.Equal(
            """{"id":"2","type":"error","payload":[{"message":"One socket may have 1 subscriptions at most.","extensions":{"code":"TOO_MANY_SUBSCRIPTIONS"}}]}""",
            await socket.ReceiveAsync());
        await Eventually.IsTrueAsync(() => server.Subscribers == 1);
        await socket.SendAsync("""{"id":"1","type":"complete"}""");
        await Eventually.IsTrueAsync(() => server.Subscribers == 0);
        await socket.SendAsync($$$"""{"id":"3","type":"subscribe","payload":{"query":"{{{Stock}}}"}}""");
        await Eventually.IsTrueAsync(() => server.Subscribers == 1);
    }

    [Fact]
    public async Task A_client_that_does_not_read_stops_its_source_and_is_then_cut_off()
    {
        await using var server = await StockServer.StartAsync(options => options.Sockets.SendTimeout = TimeSpan.FromMilliseconds(500));
        using var socket = await (await server.ConnectAsync()).InitializeAsync();

        await socket.SubscribeAsync("s", "subscription { flood }");

        await server.Flood.WhenClosed.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.InRange(server.Flood.Messages, 1, 1000);
    }

    [Fact]
    public async Task More_operations_than_allowed_at_once_wait_for_their_turn()
    {
        await using var server = await StockServer.StartAsync(options => options.Sockets.OperationsMax = 1);
        using var socket = await (await server.ConnectAsync()).InitializeAsync();

        await socket.SubscribeAsync("slow", "{ slow(milliseconds: 200) }");
        await socket.SubscribeAsync("quick", "{ hello }");

        Assert.Equal("""{"id":"slow","type":"next","payload":{"data":{"slow":200}}}""", await socket.ReceiveAsync());
        Assert.Equal("""{"id":"slow","type":"complete"}""", await socket.ReceiveAsync());
        Assert.Equal("""{"id":"quick","type":"next","payload":{"data":{"hello":"Hello, world!"}}}""", await socket.ReceiveAsync());
        Assert.Equal("""{"id":"quick","type":"complete"}""", await socket.ReceiveAsync());
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
