using System.Net;

namespace Webox.GraphQL.Engine.Tests.AspNetCore.Http;

public sealed class HttpGetTransportTests
{
    [Fact]
    public async Task A_query_in_the_address_is_answered()
    {
        await using var server = await StockServer.StartAsync();

        Assert.Equal(
            """{"data":{"hello":"Hello, Ada!"}}""",
            await server.Http.GetStringAsync(
                Query("query A($name: String!) { hello(name: $name) } query B { viewer }") + "&operationName=A&variables=" + Uri.EscapeDataString("""{"name":"Ada"}""")));
    }

    [Fact]
    public async Task Empty_parameters_count_as_absent()
    {
        await using var server = await StockServer.StartAsync();

        Assert.Equal(
            """{"data":{"hello":"Hello, world!"}}""",
            await server.Http.GetStringAsync(Query("{hello}") + "&operationName=&variables=&extensions="));
    }

    [Theory]
    [InlineData("", "The parameter 'query' is missing.")]
    [InlineData("?query=", "The parameter 'query' is missing.")]
    [InlineData("?query={hello}&query={viewer}", "The parameter 'query' is given more than once.")]
    [InlineData("?query={hello}&variables={", "The parameter 'variables' must be an object, in well-formed JSON.")]
    [InlineData("?query={hello}&variables=[]", "The parameter 'variables' must be an object, in well-formed JSON.")]
    [InlineData("?query={hello}&extensions=1", "The parameter 'extensions' must be an object, in well-formed JSON.")]
    public async Task What_is_no_request_is_refused_with_the_reason(string parameters, string message)
    {
        await using var server = await StockServer.StartAsync();

        using var response = await server.Http.GetAsync(parameters);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await HttpPostTransportTests.AssertErrorAsync("BAD_REQUEST", message, response);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("text/event-stream")]
    public async Task A_mutation_is_refused_and_not_carried_out(string accept)
    {
        await using var server = await StockServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Query("mutation { setStock(sku: \"A\", count: 7) { sku } }"));
        request.Headers.Accept.ParseAdd(accept);

        using var response = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        Assert.Equal(0, server.Levels["A"]);
    }

    [Fact]
    public async Task Where_a_preflight_is_required_a_plain_link_gets_no_data()
    {
        await using var server = await StockServer.StartAsync(options => options.RequirePreflightForGet = true);
        using var asked = new HttpRequestMessage(HttpMethod.Get, Query("{hello}"));
        asked.Headers.Add("GraphQL-Preflight", "1");

        using var refused = await server.Http.GetAsync(Query("{hello}"));
        using var answered = await server.Http.SendAsync(asked);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await HttpPostTransportTests.AssertErrorAsync("PREFLIGHT_REQUIRED", "GET needs the header GraphQL-Preflight: 1.", refused);
        Assert.Equal("""{"data":{"hello":"Hello, world!"}}""", await answered.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Where_get_is_off_it_is_no_method()
    {
        await using var server = await StockServer.StartAsync(options => options.EnableGetRequests = false);

        using var response = await server.Http.GetAsync(Query("{hello}"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    private static string Query(string query) => $"?query={Uri.EscapeDataString(query)}";
}
