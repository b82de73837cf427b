using System.Net;

namespace Webox.GraphQL.Engine.Tests.AspNetCore.Explorer;

public sealed class ExplorerTransportTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("explorer");

    public ExplorerTransportTests()
    {
        Directory.CreateDirectory(Path.Combine(_root.FullName, "files", "static"));
        File.WriteAllText(Path.Combine(_root.FullName, "secret.txt"), "secret");
        File.WriteAllText(Path.Combine(_root.FullName, "files", "index.html"), "<h1>explorer</h1>");
        File.WriteAllText(Path.Combine(_root.FullName, "files", "static", "main.js"), "run()");
        File.WriteAllText(Path.Combine(_root.FullName, "files", "tool.exe"), "MZ");
    }

    [Fact]
    public async Task A_browser_is_led_to_the_page()
    {
        await using var server = await StartAsync("files");

        using var page = await GetAsync(server, "");

        Assert.Equal($"{server.Address}/", page.RequestMessage!.RequestUri!.ToString());
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.Equal("<h1>explorer</h1>", await page.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_page_may_talk_to_this_server_only()
    {
        await using var server = await StartAsync("files");

        using var page = await GetAsync(server, "");

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy")).Split("; ");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("connect-src 'self'", policy);
        Assert.DoesNotContain("http", string.Join(' ', policy), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/static/main.js", "text/javascript; charset=utf-8", "run()")]
    [InlineData("/bcp-config.json", "application/json", """{"useBrowserUrlAsEndpoint":true,"disableTelemetry":true}""")]
    public async Task Its_files_are_served_below_it(string path, string contentType, string text)
    {
        await using var server = await StartAsync("files");

        using var file = await GetAsync(server, path);

        Assert.Equal(contentType, file.Content.Headers.ContentType!.ToString());
        Assert.Equal(text, await file.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/static/..%2f..%2fsecret.txt")]
    [InlineData("/static//main.js")]
    [InlineData("/STATIC/main.js")]
    [InlineData("/tool.exe")]
    [InlineData("/static")]
    public async Task Nothing_else_is(string path)
    {
        await using var server = await StartAsync("files");

        using var file = await GetAsync(server, path);

        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        Assert.Equal("", await file.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Programs_get_answers_not_the_page()
    {
        await using var server = await StartAsync("files");

        Assert.Equal("""{"data":{"hello":"Hello, world!"}}""", await server.Http.GetStringAsync("?query={hello}"));
        using var browser = await GetAsync(server, "?query={hello}");
        Assert.Equal("""{"data":{"hello":"Hello, world!"}}""", await browser.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_its_files_the_page_says_so_and_the_api_works()
    {
        await using var server = await StartAsync("nowhere");

        using var page = await GetAsync(server, "");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("The explorer was not restored", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"data":{"hello":"Hello, world!"}}""", await server.Http.GetStringAsync("?query={hello}"));
    }

    [Fact]
    public async Task Switched_off_there_is_no_page_and_no_file()
    {
        await using var server = await StockServer.StartAsync();

        using var page = await GetAsync(server, "");
        using var file = await GetAsync(server, "/bcp-config.json");

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Equal("application/json", page.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private Task<StockServer> StartAsync(string folder) =>
        StockServer.StartAsync(options => options.ExplorerRoot = Path.Combine(_root.FullName, folder));

    private static Task<HttpResponseMessage> GetAsync(StockServer server, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Address}{path}");
        request.Headers.Accept.ParseAdd("text/html, application/xhtml+xml, */*;q=0.8");
        return server.Http.SendAsync(request);
    }
}
