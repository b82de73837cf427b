using System.Net;
using System.Net.Http.Headers;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Generations;

public sealed class FilesOnS3Tests : IAsyncLifetime
{
    private const string Film =
        """mutation { generateVideo(input: { prompt: "un phare", seconds: 2, idempotencyKey: "k" }) { generation { id } errors { __typename } } }""";

    private S3Server _server = null!;

    public async Task InitializeAsync() => _server = await S3Server.StartAsync(TimeProvider.System);

    [Fact]
    public async Task A_video_is_made_into_the_bucket_had_in_parts_and_unavailable_while_the_bucket_is()
    {
        await using var app = await WeboxApp.StartAsync(settings: _server.Settings);
        var token = await app.SignInWithCreditsAsync(50);
        var queued = (await app.SendAsync(Film, accessToken: token)).At("data", "generateVideo", "generation", "id").GetString()!;
        var artifact = (await app.FinishedAsync(token, queued)).At("artifacts")[0];
        var url = artifact.At("url").GetString()!;
        var (key, stored) = Assert.Single(_server.Objects);

        using var whole = await app.Http.GetAsync(url);
        using var part = await GetAsync(app, url, new RangeHeaderValue(4, 7));
        using var tail = await GetAsync(app, url, new RangeHeaderValue(null, 10));
        using var beyond = await GetAsync(app, url, new RangeHeaderValue(stored.Content.Length, null));
        _server.Fault = S3Server.Refusal(503, "SlowDown");
        using var outage = await app.Http.GetAsync(url);

        Assert.StartsWith("artifacts/", key, StringComparison.Ordinal);
        Assert.Equal(stored.Content, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal((HttpStatusCode.PartialContent, "ftyp"), (part.StatusCode, await part.Content.ReadAsStringAsync()));
        Assert.Equal(stored.Content[^10..], await tail.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, ""), (outage.StatusCode, await outage.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_generation_is_deleted_although_its_file_cannot_be_now()
    {
        await using var app = await WeboxApp.StartAsync(settings: _server.Settings);
        var token = await app.SignInWithCreditsAsync(50);
        var id = (await app.SendAsync(Film, accessToken: token)).At("data", "generateVideo", "generation", "id").GetString()!;
        await app.FinishedAsync(token, id);
        _server.Fault = S3Server.Refusal(403, "AccessDenied");

        var deleted = await app.SendAsync(
            "mutation($id: ID!) { deleteGeneration(input: { generationId: $id }) { errors { __typename } } }", new { id }, token);

        Assert.Equal("""{"data":{"deleteGeneration":{"errors":null}}}""", deleted.GetRawText());
    }

    [Fact]
    public async Task An_upload_that_cannot_be_kept_is_not_now()
    {
        _server.Fault = S3Server.Refusal(503, "SlowDown");
        await using var app = await WeboxApp.StartAsync(settings: _server.Settings);
        var token = await app.SignInWithCreditsAsync(50);
        var pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/uploads") { Content = new ByteArrayContent(Convert.FromBase64String(pixel)) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var response = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("\"code\":\"NOT_NOW\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private static Task<HttpResponseMessage> GetAsync(WeboxApp app, string url, RangeHeaderValue range) =>
        app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = range } });
}
