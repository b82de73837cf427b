using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Webox.GraphQL.Engine.Tests.AspNetCore.Http;

public sealed class HttpPostTransportTests
{
    private const string GraphQLResponse = "application/graphql-response+json";

    [Fact]
    public async Task A_query_is_answered_in_json_for_this_client_alone()
    {
        await using var server = await StockServer.StartAsync();

        using var response = await server.Http.PostAsync("", Json("""{"query":"query($name: String!) { hello(name: $name) }","variables":{"name":"Ada"}}"""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("""{"data":{"hello":"Hello, Ada!"}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_mutation_is_carried_out()
    {
        await using var server = await StockServer.StartAsync();

        using var response = await server.Http.PostAsync("", Json("""{"query":"mutation { setStock(sku: \"A\", count: 7) { sku count } }"}"""));

        Assert.Equal("""{"data":{"setStock":{"sku":"A","count":7}}}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(7, server.Levels["A"]);
    }

    [Theory]
    [InlineData("{", "BAD_REQUEST", "The body must be well-formed JSON in UTF-8, at most 32 deep, with no key twice.")]
    [InlineData("", "BAD_REQUEST", "The body must be well-formed JSON in UTF-8, at most 32 deep, with no key twice.")]
    [InlineData("""{"query":"{hello}","query":"{viewer}"}""", "BAD_REQUEST", "The body must be well-formed JSON in UTF-8, at most 32 deep, with no key twice.")]
    [InlineData("""[{"query":"{hello}"}]""", "BATCHING_NOT_SUPPORTED", "Batching is off: send one request at a time.")]
    [InlineData("\"{hello}\"", "BAD_REQUEST", "The request must be a JSON object.")]
    [InlineData("{}", "BAD_REQUEST", "The parameter 'query' is missing.")]
    [InlineData("""{"query":null}""", "BAD_REQUEST", "The parameter 'query' is missing.")]
    [InlineData("""{"query":1}""", "BAD_REQUEST", "The parameter 'query' must be a string.")]
    [InlineData("""{"query":"{hello}","operationName":1}""", "BAD_REQUEST", "The parameter 'operationName' must be a string.")]
    [InlineData("""{"query":"{hello}","variables":[]}""", "BAD_REQUEST", "The parameter 'variables' must be an object.")]
    [InlineData("""{"query":"{hello}","extensions":"x"}""", "BAD_REQUEST", "The parameter 'extensions' must be an object.")]
    public async Task What_is_no_request_is_refused_with_the_reason(string body, string code, string message)
    {
        await using var server = await StockServer.StartAsync();

        using var response = await server.Http.PostAsync("", Json(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await AssertErrorAsync(code, message, response);
    }

    [Fact]
    public async Task Null_counts_as_absent_and_unknown_keys_are_ignored()
    {
        await using var server = await StockServer.StartAsync();

        using var response = await server.Http.PostAsync(
            "", Json("""{"query":"{hello}","operationName":null,"variables":null,"extensions":null,"doc_id":1}"""));

        Assert.Equal("""{"data":{"hello":"Hello, world!"}}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Only_json_is_taken_so_that_no_foreign_page_can_send_a_mutation(string? contentType)
    {
        await using var server = await StockServer.StartAsync();
        var body = Json("""{"query":"mutation { setStock(sku: \"A\", count: 7) { sku } }"}""");
        body.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);

        using var response = await server.Http.PostAsync("", body);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        await AssertErrorAsync("UNSUPPORTED_MEDIA_TYPE", "The body must have the content type application/json, in UTF-8.", response);
        Assert.Equal(0, server.Levels["A"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_whether_it_says_its_length_or_not(bool saysLength)
    {
        await using var server = await StockServer.StartAsync(options => options.RequestBodyBytesMax = 1024);
        var text = Encoding.UTF8.GetBytes($$"""{"query":"mutation { setStock(sku: \"A\", count: 7) { sku } } #{{new string('x', 1024)}}"}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = new ByteArrayContent(text) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = !saysLength;

        using var response = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        await AssertErrorAsync("PAYLOAD_TOO_LARGE", "The body may have 1024 bytes at most.", response);
        Assert.Equal(0, server.Levels["A"]);
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_taken()
    {
        await using var server = await StockServer.StartAsync(options => options.RequestBodyBytesMax = 1024);
        const string Query = """{"query":"{hello}"}""";

        using var response = await server.Http.PostAsync("", Json(Query + new string(' ', 1024 - Query.Length)));

        Assert.Equal("""{"data":{"hello":"Hello, world!"}}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{", 400, 200)]
    [InlineData("{ nope }", 400, 200)]
    [InlineData("query($n: Int!) { big(length: $n) }", 400, 200)]
    [InlineData("query A { hello } query B { hello }", 400, 200)]
    [InlineData("{ fails }", 200, 200)]
    [InlineData("subscription { countdown(from: 3) }", 406, 406)]
    public async Task A_request_error_is_a_4xx_for_clients_that_know_graphql_over_http(string query, int graphQLStatus, int jsonStatus)
    {
        await using var server = await StockServer.StartAsync();

        foreach (var (mediaType, status) in new[] { (GraphQLResponse, graphQLStatus), ("application/json", jsonStatus) })
        {
            using var response = await PostAsync(server, query, mediaType);

            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal(mediaType, response.Content.Headers.ContentType!.MediaType);
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            Assert.Equal(query == "{ fails }", body.RootElement.TryGetProperty("data", out _));
            Assert.NotEmpty(body.RootElement.GetProperty("errors").EnumerateArray());
        }
    }

    [Fact]
    public async Task What_the_client_cannot_read_is_not_even_carried_out()
    {
        await using var server = await StockServer.StartAsync();

        using var response = await PostAsync(server, "mutation { setStock(sku: \"A\", count: 7) { sku } }", "text/csv");

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        await AssertErrorAsync(
            "NOT_ACCEPTABLE", "Accept one of these: application/graphql-response+json, application/json, text/event-stream.", response);
        Assert.Equal(0, server.Levels["A"]);
    }

    [Fact]
    public async Task The_cause_of_a_failure_is_not_told()
    {
        await using var server = await StockServer.StartAsync();

        using var response = await PostAsync(server, "{ fails }", "application/json");

        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    internal static async Task AssertErrorAsync(string code, string message, HttpResponseMessage response)
    {
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var error = Assert.Single(body.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal((code, message), (error.GetProperty("extensions").GetProperty("code").GetString(), error.GetProperty("message").GetString()));
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static Task<HttpResponseMessage> PostAsync(StockServer server, string query, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = Json(JsonSerializer.Serialize(new { query })) };
        request.Headers.Accept.ParseAdd(accept);
        return server.Http.SendAsync(request);
    }
}
