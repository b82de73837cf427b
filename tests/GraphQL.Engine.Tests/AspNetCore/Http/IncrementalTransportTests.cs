using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Webox.GraphQL.Engine.Tests.AspNetCore.Http;

/// <summary>Deferred fragments by each transport. One server for all, which only answers.</summary>
public sealed class IncrementalTransportTests : IAsyncLifetime
{
    private const string Query = "{ hello ... @defer { slow(milliseconds: 1) } }";
    private const string First = """{"data":{"hello":"Hello, world!"},"pending":[{"id":"0","path":[]}],"hasNext":true}""";
    private const string Second = """{"hasNext":false,"incremental":[{"id":"0","data":{"slow":1}}],"completed":[{"id":"0"}]}""";
    private const string Whole = """{"data":{"hello":"Hello, world!","slow":1}}""";

    private StockServer _server = null!;

    public async Task InitializeAsync() => _server = await StockServer.StartAsync(builder => builder.AddIncrementalDelivery());

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Parts_are_parts_of_a_multipart_response()
    {
        using var response = await PostAsync(Query, "multipart/mixed, application/json");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("multipart/mixed; boundary=\"-\"", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(
            "\r\n---" + Part(First) + Part(Second) + "--\r\n",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Parts_are_events_of_an_event_stream()
    {
        using var response = await PostAsync(Query, "text/event-stream");

        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            $":\n\nevent: next\ndata: {First}\n\nevent: next\ndata: {Second}\n\nevent: complete\ndata: \n\n",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Parts_are_messages_of_a_socket()
    {
        using var socket = await (await _server.ConnectAsync()).InitializeAsync();
        await socket.SubscribeAsync("a", Query);

        Assert.Equal($$"""{"id":"a","type":"next","payload":{{First}}}""", await socket.ReceiveAsync());
        Assert.Equal($$"""{"id":"a","type":"next","payload":{{Second}}}""", await socket.ReceiveAsync());
        Assert.Equal("""{"id":"a","type":"complete"}""", await socket.ReceiveAsync());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("*/*")]
    [InlineData("multipart/mixed;deferSpec=20220824, application/json")]
    public async Task Who_cannot_read_parts_gets_the_whole(string accept)
    {
        using var response = await PostAsync(Query, accept);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Whole, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_has_no_parts_is_a_single_response()
    {
        using var response = await PostAsync("{ hello }", "multipart/mixed, application/json");

        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("""{"data":{"hello":"Hello, world!"}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Who_reads_nothing_else_gets_one_part()
    {
        using var response = await PostAsync("{ hello }", "multipart/mixed");

        Assert.Equal("\r\n---" + Part("""{"data":{"hello":"Hello, world!"}}""") + "--\r\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_request_error_is_no_multipart_response()
    {
        using var response = await PostAsync("{ ... @defer { nope } }", "multipart/mixed, application/graphql-response+json");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("VALIDATION_FAILED", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Off_who_reads_nothing_else_is_refused()
    {
        await using var server = await StockServer.StartAsync();

        using var response = await PostAsync(server, "{ hello }", "multipart/mixed");

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Fact]
    public async Task Off_the_directives_are_unknown()
    {
        await using var server = await StockServer.StartAsync();

        using var response = await PostAsync(server, Query, "multipart/mixed, application/json");

        Assert.Contains("Unknown directive \\\"@defer\\\".", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Part(string json) => $"\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{json}\r\n---";

    private Task<HttpResponseMessage> PostAsync(string query, string accept) => PostAsync(_server, query, accept);

    private static async Task<HttpResponseMessage> PostAsync(StockServer server, string query, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await server.Http.SendAsync(request);
    }
}
