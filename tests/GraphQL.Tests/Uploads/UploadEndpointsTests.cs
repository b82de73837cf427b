using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Webox.Domain.Uploads;
using Webox.GraphQL.Tests.Conversations;
using Webox.GraphQL.Tests.Generations;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Uploads;

public sealed class UploadEndpointsTests(SandboxWithImages shared) : IClassFixture<SandboxWithImages>
{
    /// <summary>The smallest PNG there is: one pixel.</summary>
    private static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory, OnSqlite, OnPostgres]
    public async Task An_image_is_sent_goes_with_a_message_and_is_shown_by_its_signed_address_alone(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var token = await app.SignInWithCreditsAsync(1000);

        var (status, upload) = await SendAsync(app, token, new ByteArrayContent(Pixel));
        var sent = await app.SayAsync(token, new { text = "Que vois-tu ?", attachmentIds = new[] { upload.At("id").GetString() }, idempotencyKey = "k1" });
        var done = await app.FinishedAsync(token, sent.At("replies")[0].At("generation", "id").GetString()!);

        Assert.Equal((201, "image/png", Pixel.Length), (status, upload.At("mediaType").GetString(), upload.At("bytes").GetInt32()));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Pixel)), upload.At("sha256").GetString());
        Assert.Contains("Images jointes : 1.", done.At("text").GetString(), StringComparison.Ordinal);
        var attachment = sent.At("message", "attachments")[0];
        Assert.Equal((upload.At("id").GetString(), 1, 1), (attachment.At("id").GetString(), attachment.At("width").GetInt32(), attachment.At("height").GetInt32()));

        var url = attachment.At("url").GetString()!;
        using var shown = await app.Http.GetAsync(url);
        Assert.Equal(Pixel, await shown.Content.ReadAsByteArrayAsync());
        Assert.Equal(("image/png", "nosniff", "inline"), (shown.Content.Headers.ContentType!.MediaType, shown.Headers.GetValues("X-Content-Type-Options").Single(), shown.Content.Headers.ContentDisposition!.DispositionType));
        foreach (var wrong in new[] { url[..^1], url.Split('?')[0], url.Replace("expires=", "expires=9", StringComparison.Ordinal), url.Replace("expires=", "expires=x", StringComparison.Ordinal) })
        {
            using var refused = await app.Http.GetAsync(wrong);
            Assert.Equal((HttpStatusCode.NotFound, ""), (refused.StatusCode, await refused.Content.ReadAsStringAsync()));
        }
    }

    [Fact]
    public async Task A_form_with_one_file_is_as_good_as_a_raw_body()
    {
        var app = await shared.OnAsync();
        var token = await app.SignInWithCreditsAsync(1000);
        using var one = new MultipartFormDataContent { { new StringContent("x"), "note" }, { new ByteArrayContent(Pixel), "file", "../../pixel.svg" } };
        using var two = new MultipartFormDataContent { { new ByteArrayContent(Pixel), "a", "a.png" }, { new ByteArrayContent(Pixel), "b", "b.png" } };
        using var none = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        using var broken = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\nabc"u8.ToArray());
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        Assert.Equal(201, (await SendAsync(app, token, one)).Status);
        Assert.Equal((400, "NOT_ONE_FILE"), await RefusedAsync(app, token, two));
        Assert.Equal((400, "NOT_ONE_FILE"), await RefusedAsync(app, token, none));
        Assert.Equal((400, "UNREADABLE"), await RefusedAsync(app, token, broken));
    }

    [Fact]
    public async Task What_is_refused_says_why_in_a_code()
    {
        var app = await shared.OnAsync();
        var token = await app.SignInWithCreditsAsync(1000);
        var wide = Pixel.ToArray();
        (wide[17], wide[21]) = (1, 1); // 65,537 × 65,537

        Assert.Equal((401, "UNAUTHENTICATED"), await RefusedAsync(app, null, new ByteArrayContent(Pixel)));
        Assert.Equal((415, "UNSUPPORTED_UPLOAD"), await RefusedAsync(app, token, new StringContent("<svg/>", Encoding.UTF8, "image/png")));
        Assert.Equal((415, "UNSUPPORTED_UPLOAD"), await RefusedAsync(app, token, new ByteArrayContent([])));
        Assert.Equal((413, "UPLOAD_TOO_LARGE"), await RefusedAsync(app, token, new ByteArrayContent(wide)));
        Assert.Equal((413, "UPLOAD_TOO_LARGE"), await RefusedAsync(app, token, new ByteArrayContent([.. Pixel, .. new byte[Upload.BytesMax]])));
    }

    [Fact]
    public async Task Somebody_elses_image_is_not_found()
    {
        var app = await shared.OnAsync();
        var ada = await app.SignInWithCreditsAsync(1000);
        var eve = await app.SignInWithCreditsAsync(1000);
        var id = (await SendAsync(app, ada, new ByteArrayContent(Pixel))).Upload.At("id").GetString();

        var stolen = await app.SayAsync(eve, new { text = "a", attachmentIds = new[] { id }, idempotencyKey = "k1" });
        var text = await app.QueryAsync(
            "mutation($id: ID!) { generateText(input: { prompt: \"a\", attachmentIds: [$id], idempotencyKey: \"k\" }) { generation { id } errors { __typename ... on InvalidGenerationOptionError { option } } } }",
            new { id }, eve);

        Assert.Equal(("InvalidGenerationOptionError", "attachmentIds"), (stolen.ErrorType(), stolen.At("errors")[0].At("option").GetString()));
        Assert.Equal(stolen.At("errors")[0].At("option").GetString(), text.At("generateText", "errors")[0].At("option").GetString());
        Assert.Equal(JsonValueKind.Null, text.At("generateText", "generation").ValueKind);
    }

    [Fact]
    public async Task One_customer_sends_thirty_a_minute_and_another_is_not_held_up()
    {
        var app = await shared.OnAsync();
        var ada = await app.SignInWithCreditsAsync(0);
        var eve = await app.SignInWithCreditsAsync(0);

        // More than two windows' worth, so that it does not matter when a window ends.
        var statuses = new List<int>();
        for (var i = 0; i < 61; i++)
        {
            statuses.Add((await SendAsync(app, ada, new StringContent("no image"))).Status);
        }

        Assert.Contains(429, statuses);
        Assert.InRange(statuses.Count(status => status == 415), 30, 60);
        Assert.Equal(201, (await SendAsync(app, eve, new ByteArrayContent(Pixel))).Status);
    }

    private static async Task<(int Status, JsonElement Upload)> SendAsync(WeboxApp app, string? token, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/uploads") { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await app.Http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static async Task<(int Status, string? Code)> RefusedAsync(WeboxApp app, string? token, HttpContent content)
    {
        var (status, problem) = await SendAsync(app, token, content);
        Assert.Equal(status, problem.At("status").GetInt32());
        return (status, problem.At("code").GetString());
    }
}

/// <summary>A server whose sandbox takes images.</summary>
public sealed class SandboxWithImages : SharedWebox
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["WEBOX_MODELS"] = Models() };

    private static string Models()
    {
        var models = TemporaryFolder.NewPath("models", ".json");
        File.WriteAllText(models, """{ "models": [ { "id": "sandbox/text", "acceptsImages": true } ] }""");
        return models;
    }
}
