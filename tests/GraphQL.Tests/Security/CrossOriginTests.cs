using System.Net.Http.Json;
using System.Net.WebSockets;

namespace Webox.GraphQL.Tests.Security;

public sealed class CrossOriginTests(ShopOrigins shared) : IClassFixture<ShopOrigins>
{
    private const string Shop = ShopOrigins.Shop;

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://shop.example.evil.example")]
    [InlineData("http://shop.example")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_reads_nothing_and_opens_no_socket(string origin)
    {
        var app = await shared.OnAsync();

        Assert.Null(await AskAsync(app, HttpMethod.Options, "/graphql", origin));
        Assert.Null(await AskAsync(app, HttpMethod.Post, "/graphql", origin));
        Assert.Null(await AskAsync(app, HttpMethod.Options, "/uploads", origin));
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(app, origin));
    }

    [Theory]
    [InlineData(Shop)]
    [InlineData("http://localhost:3000")]
    public async Task A_page_of_the_shop_may_ask_read_upload_and_watch(string origin)
    {
        var app = await shared.OnAsync();

        Assert.Equal(origin, await AskAsync(app, HttpMethod.Options, "/graphql", origin));
        Assert.Equal(origin, await AskAsync(app, HttpMethod.Post, "/graphql", origin));
        Assert.Equal(origin, await AskAsync(app, HttpMethod.Options, "/uploads", origin));
        await ConnectAsync(app, origin);
    }

    [Fact]
    public async Task Without_the_setting_no_other_page_may_ask()
    {
        await using var app = await WeboxApp.StartAsync();

        Assert.Null(await AskAsync(app, HttpMethod.Options, "/graphql", Shop));
        Assert.Null(await AskAsync(app, HttpMethod.Post, "/graphql", Shop));
    }

    /// <returns>The origin whose pages may read the answer, as the answer says.</returns>
    private static async Task<string?> AskAsync(WeboxApp app, HttpMethod method, string path, string origin)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Origin", origin);
        if (method == HttpMethod.Options)
        {
            request.Headers.Add("Access-Control-Request-Method", "POST");
            request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        }
        else
        {
            request.Content = JsonContent.Create(new { query = "{ __typename }" });
        }

        using var response = await app.Http.SendAsync(request);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? Assert.Single(allowed) : null;
    }

    private static async Task ConnectAsync(WeboxApp app, string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new UriBuilder(app.Http.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, default);
    }
}

/// <summary>A server that pages of two origins may ask.</summary>
public sealed class ShopOrigins : SharedWebox
{
    public const string Shop = "https://shop.example";

    protected override IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["WEBOX_ALLOWED_ORIGINS"] = $"{Shop}, http://localhost:3000" };
}
