using System.Net;
using System.Text;
using System.Text.Json;

namespace Webox.GraphQL.Engine.Tests.AspNetCore.Http;

public sealed class EventStreamFactoryTests
{
    private const string Opening = ":\n\n";
    private const string Completed = "event: complete\ndata: \n\n";

    [Fact]
    public async Task Each_event_is_sent_and_then_the_end()
    {
        await using var server = await StockServer.StartAsync();

        using var response = await OpenAsync(server, "subscription { countdown(from: 2) }");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(
            Opening + Next("""{"data":{"countdown":2}}""") + Next("""{"data":{"countdown":1}}""") + Completed,
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_mutation_is_one_event()
    {
        await using var server = await StockServer.StartAsync();

        using var response = await OpenAsync(server, """mutation { setStock(sku: "A", count: 7) { count } }""");

        Assert.Equal(Opening + Next("""{"data":{"setStock":{"count":7}}}""") + Completed, await response.Content.ReadAsStringAsync());
        Assert.Equal(7, server.Levels["A"]);
    }

    [Fact]
    public async Task A_request_error_is_an_event_too()
    {
        await using var server = await StockServer.StartAsync();

        using var response = await OpenAsync(server, "subscription { nope }");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        Assert.StartsWith(Opening + "event: next\ndata: {\"errors\":[", text, StringComparison.Ordinal);
        Assert.EndsWith(Completed, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_request_is_refused_as_everywhere()
    {
        await using var server = await StockServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("text/event-stream");

        using var response = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await HttpPostTransportTests.AssertErrorAsync("BAD_REQUEST", "The parameter 'query' is missing.", response);
    }

    [Fact]
    public async Task When_the_client_goes_the_source_is_closed()
    {
        await using var server = await StockServer.StartAsync();
        var response = await OpenAsync(server, """subscription { stockChanged(sku: "A") { count } }""");
        await Eventually.IsTrueAsync(() => server.Subscribers == 1);

        response.Dispose();

        await Eventually.IsTrueAsync(() => server.Subscribers == 0);
    }

    [Fact]
    public async Task A_client_that_does_not_read_stops_the_source()
    {
        await using var server = await StockServer.StartAsync();

        using var response = await OpenAsync(server, "subscription { flood }");
        var produced = await Eventually.StandsStillAsync(() => server.Flood.Messages);

        Assert.InRange(produced, 1, 1000);
    }

    [Fact]
    public async Task When_the_server_stops_the_stream_ends_without_complete_so_that_the_client_comes_again()
    {
        await using var server = await StockServer.StartAsync();
        using var response = await OpenAsync(server, """subscription { stockChanged(sku: "A") { count } }""");
        await Eventually.IsTrueAsync(() => server.Subscribers == 1);

        await server.StopAsync();

        Assert.Equal(Opening, await response.Content.ReadAsStringAsync());
        Assert.Equal(0, server.Subscribers);
    }

    [Fact]
    public async Task A_quiet_stream_is_kept_alive()
    {
        await using var server = await StockServer.StartAsync(options => options.EventStreamKeepAlive = TimeSpan.FromSeconds(1));
        using var response = await OpenAsync(server, """subscription { stockChanged(sku: "A") { count } }""");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        foreach (var line in new[] { ":", "", ":", "" })
        {
            Assert.Equal(line, await reader.ReadLineAsync());
        }
    }

    private static string Next(string response) => $"event: next\ndata: {response}\n\n";

    private static Task<HttpResponseMessage> OpenAsync(StockServer server, string query)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("text/event-stream");
        return server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
