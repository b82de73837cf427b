using System.Text;

namespace Webox.GraphQL.Engine.Tests.AspNetCore.WebSockets;

public sealed class SocketSessionTests
{
    private const string Stock = """subscription { stockChanged(sku: \"A\") { count } }""";

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
    public async Task A_socket_that_says_nothing_is_closed_with_4408()
    {
        await using var server = await StockServer.StartAsync(
            options => options.Sockets.ConnectionInitializationTimeout = TimeSpan.FromMilliseconds(100));
        using var socket = await server.ConnectAsync();

        Assert.Equal((4408, "Connection initialisation timeout"), await socket.ReceiveCloseAsync());
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
}
