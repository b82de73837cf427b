using System.Net;
using Microsoft.AspNetCore.Http;
using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.AspNetCore;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.Tests.AspNetCore.Http;

public sealed class GraphQLEndpointTests
{
    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_are_told_which_there_are(string method)
    {
        await using var server = await StockServer.StartAsync();

        // Without a body PUT would reserve an event stream.
        using var response = await server.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), "") { Content = new StringContent("{}") });

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow);
        await HttpPostTransportTests.AssertErrorAsync("METHOD_NOT_ALLOWED", "Use one of these methods: GET, POST.", response);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_of_an_allowed_origin_may_ask_and_read_and_with_cookies_only_where_that_is_said(bool allowCredentials)
    {
        await using var server = await StockServer.StartAsync(options =>
        {
            options.AllowedOrigins.Add("https://shop.example");
            options.AllowCredentials = allowCredentials;
        });

        using var preflight = await PreflightAsync(server, "https://shop.example");
        using var response = await PostAsync(server, "https://shop.example");

        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal(["GET, POST, PUT, DELETE"], preflight.Headers.GetValues("Access-Control-Allow-Methods"));
        Assert.Equal(["content-type"], preflight.Headers.GetValues("Access-Control-Allow-Headers"));
        Assert.Equal(["https://shop.example"], preflight.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["https://shop.example"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.All([preflight, response], answer => Assert.Equal(allowCredentials, answer.Headers.Contains("Access-Control-Allow-Credentials")));
        Assert.Contains("Origin", response.Headers.Vary);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("https://shop.example.evil.example")]
    public async Task A_page_of_another_origin_may_neither_ask_nor_read(string origin)
    {
        await using var server = await StockServer.StartAsync(options => options.AllowedOrigins.Add("https://shop.example"));

        using var preflight = await PreflightAsync(server, origin);
        using var response = await PostAsync(server, origin);

        Assert.Equal(HttpStatusCode.Forbidden, preflight.StatusCode);
        await HttpPostTransportTests.AssertErrorAsync("ORIGIN_NOT_ALLOWED", "Pages of this origin may not use this server.", preflight);
        Assert.False(preflight.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task An_interceptor_completes_the_request()
    {
        await using var server = await StockServer.StartAsync(builder => builder.AddHttpRequestInterceptor<SignIn>());

        using var response = await PostAsync(server, origin: null);

        Assert.Equal("""{"data":{"viewer":"Ada"}}""", await response.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> PreflightAsync(StockServer server, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        return server.Http.SendAsync(request);
    }

    private static Task<HttpResponseMessage> PostAsync(StockServer server, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = new StringContent("""{"query":"{viewer}"}""", Encoding.UTF8, "application/json"),
        };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return server.Http.SendAsync(request);
    }

    private sealed class SignIn : DefaultHttpRequestInterceptor
    {
        public override ValueTask OnCreateAsync(
            HttpContext context, IRequestExecutor requestExecutor, OperationRequestBuilder requestBuilder, CancellationToken cancellationToken)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Ada")], "test"));
            return base.OnCreateAsync(context, requestExecutor, requestBuilder, cancellationToken);
        }
    }
}
