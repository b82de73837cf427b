using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Webox.GraphQL.Engine.Tests.AspNetCore.Http;

public sealed class SingleConnectionTests
{
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";
    private const string Stock = """subscription { stockChanged(sku: \"A\") { count } }""";

    [Fact]
    public async Task Results_of_many_operations_come_on_one_stream()
    {
        await using var server = await StockServer.StartAsync();
        var token = await ReserveAsync(server);
        using var events = await OpenAsync(server, token);

        Assert.Equal(HttpStatusCode.Accepted, await OperateAsync(server, token, "1", "{ hello }"));
        Assert.Equal("event: next|data: {\"id\":\"1\",\"payload\":{\"data\":{\"hello\":\"Hello, world!\"}}}", await events.ReadAsync());
        Assert.Equal("event: complete|data: {\"id\":\"1\"}", await events.ReadAsync());

        Assert.Equal(HttpStatusCode.Accepted, await OperateAsync(server, token, "s", Stock));
        await Eventually.IsTrueAsync(() => server.Subscribers == 1);
        Assert.Equal(HttpStatusCode.Accepted, await OperateAsync(server, token, "m", """mutation { setStock(sku: \"A\", count: 7) { count } }"""));
        string[] next = [await events.ReadAsync(), await events.ReadAsync(), await events.ReadAsync()];
        Assert.Contains("event: next|data: {\"id\":\"s\",\"payload\":{\"data\":{\"stockChanged\":{\"count\":7}}}}", next);
        Assert.Contains("event: complete|data: {\"id\":\"m\"}", next);
    }

    [Fact]
    public async Task Operations_may_begin_before_the_stream_is_opened()
    {
        await using var server = await StockServer.StartAsync();
        var token = await ReserveAsync(server);

        Assert.Equal(HttpStatusCode.Accepted, await OperateAsync(server, token, "1", "{ hello }"));
        using var events = await OpenAsync(server, token, inAddress: true);

        Assert.StartsWith("event: next|data: {\"id\":\"1\"", await events.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_is_stopped_closes_its_source()
    {
        await using var server = await StockServer.StartAsync();
        var token = await ReserveAsync(server);
        using var events = await OpenAsync(server, token);
        await OperateAsync(server, token, "s", Stock);
        await Eventually.IsTrueAsync(() => server.Subscribers == 1);

        using var stopped = await SendAsync(server, HttpMethod.Delete, token, address: "?operationId=s");

        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        await Eventually.IsTrueAsync(() => server.Subscribers == 0);
        Assert.Equal(HttpStatusCode.Accepted, await OperateAsync(server, token, "s", "{ hello }"));
        Assert.StartsWith("event: next|data: {\"id\":\"s\",\"payload\":{\"data\":{\"hello\"", await events.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_client_goes_all_its_operations_end_and_the_token_with_them()
    {
        await using var server = await StockServer.StartAsync();
        var token = await ReserveAsync(server);
        var events = await OpenAsync(server, token);
        await OperateAsync(server, token, "1", Stock);
        await OperateAsync(server, token, "2", Stock);
        await Eventually.IsTrueAsync(() => server.Subscribers == 2);

        events.Dispose();

        await Eventually.IsTrueAsync(() => server.Subscribers == 0);
        await Eventually.IsTrueAsync(async () => await OperateAsync(server, token, "3", "{ hello }") == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_reservation_that_is_not_used_in_time_ends_with_its_operations()
    {
        await using var server = await StockServer.StartAsync(options => options.EventStreamReservationTime = TimeSpan.FromSeconds(1));
        var token = await ReserveAsync(server);
        await OperateAsync(server, token, "1", Stock);
        await Eventually.IsTrueAsync(() => server.Subscribers == 1);

        await Eventually.IsTrueAsync(() => server.Subscribers == 0);
        await Eventually.IsTrueAsync(async () => await OperateAsync(server, token, "2", "{ hello }") == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_no_operation_is_refused_and_sends_nothing()
    {
        await using var server = await StockServer.StartAsync();
        var token = await ReserveAsync(server);
        using var events = await OpenAsync(server, token);
        await OperateAsync(server, token, "s", Stock);

        using var invalid = await SendAsync(server, HttpMethod.Post, token, Body("1", "{ nope }"), accept: "application/graphql-response+json");
        using var nameless = await SendAsync(server, HttpMethod.Post, token, """{"query":"{ hello }"}""");
        using var again = await SendAsync(server, HttpMethod.Post, token, Body("s", "{ hello }"));
        using var unknown = await SendAsync(server, HttpMethod.Post, "nothing", Body("1", "{ hello }"));
        using var second = await SendAsync(server, HttpMethod.Get, token, accept: "text/event-stream");
        using var stopNothing = await SendAsync(server, HttpMethod.Delete, token);
        using var patched = await SendAsync(server, HttpMethod.Patch, token);

        await AssertErrorAsync(HttpStatusCode.BadRequest, "VALIDATION_FAILED", invalid);
        await AssertErrorAsync(HttpStatusCode.BadRequest, "BAD_REQUEST", nameless);
        await AssertErrorAsync(HttpStatusCode.Conflict, "OPERATION_ALREADY_EXISTS", again);
        await AssertErrorAsync(HttpStatusCode.NotFound, "STREAM_NOT_FOUND", unknown);
        await AssertErrorAsync(HttpStatusCode.Conflict, "STREAM_ALREADY_OPEN", second);
        await AssertErrorAsync(HttpStatusCode.BadRequest, "BAD_REQUEST", stopNothing);
        await AssertErrorAsync(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED", patched);
        Assert.Equal(HttpStatusCode.Accepted, await OperateAsync(server, token, "2", "{ hello }"));
        Assert.StartsWith("event: next|data: {\"id\":\"2\"", await events.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streams_and_their_operations_are_bounded()
    {
        await using var server = await StockServer.StartAsync(options =>
        {
            options.EventStreamReservationsMax = 1;
            options.Sockets.OperationsMax = 1;
        });
        var token = await ReserveAsync(server);
        await OperateAsync(server, token, "1", Stock);

        Assert.Equal(HttpStatusCode.TooManyRequests, await OperateAsync(server, token, "2", Stock));
        using var another = await SendAsync(server, HttpMethod.Put, null);
        await AssertErrorAsync(HttpStatusCode.ServiceUnavailable, "TOO_MANY_STREAMS", another);
    }

    [Fact]
    public async Task Where_it_is_switched_off_a_reservation_is_an_unknown_method()
    {
        await using var server = await StockServer.StartAsync(options => options.EventStreamReservationsMax = 0);

        using var response = await SendAsync(server, HttpMethod.Put, null);

        await AssertErrorAsync(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED", response);
    }

    private static async Task<string> ReserveAsync(StockServer server)
    {
        using var response = await SendAsync(server, HttpMethod.Put, null);
        Assert.Equal((HttpStatusCode.Created, "text/plain"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        var token = await response.Content.ReadAsStringAsync();
        Assert.Equal(32, token.Length);
        return token;
    }

    private static async Task<Events> OpenAsync(StockServer server, string token, bool inAddress = false)
    {
        var response = await SendAsync(server, HttpMethod.Get, inAddress ? null : token, null, inAddress ? $"?token={token}" : "", "text/event-stream");
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        return new Events(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    private static async Task<HttpStatusCode> OperateAsync(StockServer server, string token, string id, string query)
    {
        using var response = await SendAsync(server, HttpMethod.Post, token, Body(id, query));
        return response.StatusCode;
    }

    private static string Body(string id, string query) => $$$"""{"query":"{{{query}}}","extensions":{"operationId":"{{{id}}}"}}""";

    private static Task<HttpResponseMessage> SendAsync(
        StockServer server, HttpMethod method, string? token, string? body = null, string address = "", string? accept = null)
    {
        var message = new HttpRequestMessage(method, address);
        if (token is not null)
        {
            message.Headers.Add(TokenHeader, token);
        }

        if (accept is not null)
        {
            message.Headers.Accept.ParseAdd(accept);
        }

        if (body is not null)
        {
            message.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        }

        return server.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task AssertErrorAsync(HttpStatusCode status, string code, HttpResponseMessage response)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Contains($"\"code\":\"{code}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private sealed record Events(HttpResponseMessage Response, StreamReader Lines) : IDisposable
    {
        /// <summary>The lines of the next event; comments are left out.</summary>
        public async Task<string> ReadAsync()
        {
            var text = new StringBuilder();
            while (await Lines.ReadLineAsync() is { } line)
            {
                if (line.Length == 0 && text.Length > 0)
                {
                    return text.ToString();
                }

                if (line.Length > 0 && line[0] != ':')
                {
                    text.Append(text.Length == 0 ? "" : "|").Append(line);
                }
            }

            throw new EndOfStreamException();
        }

        public void Dispose()
        {
            Lines.Dispose();
            Response.Dispose();
        }
    }
}
