using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Generations;

public sealed class MediaMutationsTests(SharedWebox shared) : IClassFixture<SharedWebox>
{
    private const string Errors =
        "errors { __typename ... on Error { message } ... on PromptTooLongError { charactersMax } ... on InvalidGenerationOptionError { option allowed } }";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_video_is_held_made_and_charged_once(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var token = await app.SignInWithCreditsAsync(50);

        var queued = (await VideoAsync(app, token, "seconds: 2")).GetProperty("generation");
        var again = (await VideoAsync(app, token, "seconds: 2")).GetProperty("generation");
        var done = await app.FinishedAsync(token, queued.GetProperty("id").GetString()!);

        Assert.Equal(queued.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        Assert.Equal(("VIDEO", "SUCCEEDED", "sandbox/video"), (Text(done, "kind"), Text(done, "status"), Text(done, "model")));
        Assert.Equal((4, 4, 100), (done.GetProperty("creditsHeld").GetInt32(), done.GetProperty("credits").GetInt32(), done.GetProperty("progress").GetInt32()));
        Assert.Equal("""{"mediaType":"video/mp4","width":256,"height":144,"durationMilliseconds":2000}""", await OnlyArtifactAsync(app, token, done));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_speech_is_held_made_and_charged_once(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var token = await app.SignInWithCreditsAsync(50);

        var queued = (await AudioAsync(app, token, "un deux trois quatre", "voice: \"grave\"")).GetProperty("generation");
        var done = await app.FinishedAsync(token, queued.GetProperty("id").GetString()!);

        Assert.Equal(("AUDIO", "SUCCEEDED", "sandbox/audio", "STOP"), (Text(done, "kind"), Text(done, "status"), Text(done, "model"), Text(done, "finishReason")));
        Assert.Equal((1, 1), (done.GetProperty("creditsHeld").GetInt32(), done.GetProperty("credits").GetInt32()));
        Assert.Equal("""{"mediaType":"audio/wav","width":null,"height":null,"durationMilliseconds":1000}""", await OnlyArtifactAsync(app, token, done));
    }

    [Fact]
    public async Task A_video_is_shown_in_the_page_and_can_be_had_in_parts()
    {
        var app = await shared.OnAsync();
        var token = await app.SignInWithCreditsAsync(50);
        var id = Text((await VideoAsync(app, token, "seconds: 2")).GetProperty("generation"), "id");
        var artifact = (await app.FinishedAsync(token, id)).GetProperty("artifacts")[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, Text(artifact, "url")) { Headers = { Range = new RangeHeaderValue(4, 7) } };

        using var response = await app.Http.SendAsync(request);

        Assert.Equal(206, (int)response.StatusCode);
        Assert.Equal("default-src 'none'; media-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("ftyp", await response.Content.ReadAsStringAsync());
        Assert.Equal($"bytes 4-7/{artifact.GetProperty("bytes").GetInt64()}", response.Content.Headers.ContentRange!.ToString());
        Assert.Equal(
            ("video/mp4", "inline", "nosniff"),
            (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.DispositionType, response.Headers.GetValues("X-Content-Type-Options").Single()));
    }

    [Theory]
    [InlineData("seconds: 3", "InvalidGenerationOptionError", "seconds", "4, 2, 8")]
    [InlineData("size: \"1x1\"", "InvalidGenerationOptionError", "size", "256x144, 144x256")]
    [InlineData("model: \"sandbox/audio\"", "ModelNotAvailableError", null, null)]
    [InlineData("model: \"openai/sora-2\"", "ModelNotAvailableError", null, null)]
    public async Task A_video_that_no_model_makes_is_refused_and_nothing_is_written(string input, string error, string? option, string? allowed)
    {
        await using var app = await WeboxApp.StartAsync();
        var token = await app.SignInWithCreditsAsync(50);

        await RefusedAsync(app, await VideoAsync(app, token, input), error, option, allowed);
    }

    [Fact]
    public async Task A_speech_that_no_model_reads_is_refused_and_nothing_is_written()
    {
        await using var app = await WeboxApp.StartAsync();
        var token = await app.SignInWithCreditsAsync(50);

        await RefusedAsync(app, await AudioAsync(app, token, "Bonjour", "voice: \"nobody\""), "InvalidGenerationOptionError", "voice", "claire, grave");
        var tooLong = await AudioAsync(app, token, new string('a', 4097));
        await RefusedAsync(app, tooLong, "PromptTooLongError", null, null);
        Assert.Equal(4096, tooLong.GetProperty("errors")[0].GetProperty("charactersMax").GetInt32());
    }

    [Theory]
    [InlineData("generateVideo(input: { prompt: \"a\", idempotencyKey: \"k\" })")]
    [InlineData("generateAudio(input: { prompt: \"a\", idempotencyKey: \"k\" })")]
    public async Task Guests_do_not_generate(string mutation)
    {
        var app = await shared.OnAsync();

        var answer = await app.SendAsync($"mutation {{ {mutation} {{ generation {{ id }} }} }}");

        Assert.Equal("UNAUTHENTICATED", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("VIDEO", """{"id":"sandbox/video","typicalCredits":8,"sizes":["256x144","144x256"],"secondsOptions":[4,2,8],"voices":[]}""")]
    [InlineData("AUDIO", """{"id":"sandbox/audio","typicalCredits":2,"sizes":[],"secondsOptions":[],"voices":["claire","grave"]}""")]
    public async Task Models_say_what_they_take(string kind, string model)
    {
        var app = await shared.OnAsync();

        var models = (await app.QueryAsync($"{{ models(kind: {kind}) {{ id isAvailable typicalCredits sizes secondsOptions voices }} }}")).GetProperty("models");

        var available = Assert.Single(models.EnumerateArray(), one => one.GetProperty("isAvailable").GetBoolean());
        Assert.Equal(model, Compact(available).Replace("\"isAvailable\":true,", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_quote_counts_the_seconds()
    {
        var app = await shared.OnAsync();

        var quote = await app.QueryAsync("{ quoteGeneration(input: { model: \"sandbox/video\", prompt: \"a\", seconds: 8 }) { creditsMax } }");

        Assert.Equal(16, quote.GetProperty("quoteGeneration").GetProperty("creditsMax").GetInt32());
    }

    private static async Task<JsonElement> VideoAsync(WeboxApp app, string token, string input) =>
        (await app.QueryAsync(
            $"mutation {{ generateVideo(input: {{ prompt: \"un phare\", idempotencyKey: \"k1\", {input} }}) {{ generation {{ id }} {Errors} }} }}",
            accessToken: token)).GetProperty("generateVideo");

    private static async Task<JsonElement> AudioAsync(WeboxApp app, string token, string prompt, string input = "") =>
        (await app.QueryAsync(
            $"mutation($prompt: String!) {{ generateAudio(input: {{ prompt: $prompt, idempotencyKey: \"k1\", {input} }}) {{ generation {{ id }} {Errors} }} }}",
            new { prompt },
            token)).GetProperty("generateAudio");

    private static async Task RefusedAsync(WeboxApp app, JsonElement payload, string error, string? option, string? allowed)
    {
        var refusal = Assert.Single(payload.GetProperty("errors").EnumerateArray());
        Assert.Equal(error, Text(refusal, "__typename"));
        if (option is not null)
        {
            Assert.Equal(
                (option, allowed), (Text(refusal, "option"), string.Join(", ", refusal.GetProperty("allowed").EnumerateArray().Select(value => value.GetString()))));
        }

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IWeboxDb>();
        Assert.Equal((0, 1), (await db.Generations.CountAsync(), await db.CreditEntries.CountAsync()));
    }

    private static async Task<string> OnlyArtifactAsync(WeboxApp app, string token, JsonElement generation)
    {
        var node = (await app.QueryAsync(
            "query($id: ID!) { node(id: $id) { ... on Generation { artifacts { mediaType width height durationMilliseconds } } } }",
            new { id = Text(generation, "id") },
            token)).GetProperty("node");
        return Compact(Assert.Single(node.GetProperty("artifacts").EnumerateArray()));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
