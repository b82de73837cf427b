using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Generations;

public sealed class GenerationMutationsTests(SharedWebox shared) : IClassFixture<SharedWebox>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_text_is_held_written_and_charged_once(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var token = await app.SignInWithCreditsAsync(50);

        var queued = (await app.GenerateTextAsync(token, "Un haïku sur la mer")).GetProperty("generateText").GetProperty("generation");
        var again = (await app.GenerateTextAsync(token, "Un haïku sur la mer")).GetProperty("generateText").GetProperty("generation");
        var done = await app.FinishedAsync(token, queued.GetProperty("id").GetString()!);

        Assert.Equal(queued.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        Assert.Equal("SUCCEEDED SANDBOX sandbox/text TEXT STOP", string.Join(' ', new[] { "status", "provider", "model", "kind", "finishReason" }.Select(name => done.GetProperty(name).GetString())));
        Assert.StartsWith("[sandbox] ", done.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal((100, 1, 2, 1), (done.GetProperty("progress").GetInt32(), done.GetProperty("attempt").GetInt32(), done.GetProperty("creditsHeld").GetInt32(), done.GetProperty("credits").GetInt32()));

        var viewer = (await app.QueryAsync(
            "{ viewer { credits { available reserved entries { nodes { amount kind generation { id } order { id } } } } generations { totalCount nodes { id } } } }",
            accessToken: token)).GetProperty("viewer");
        var credits = viewer.GetProperty("credits");
        Assert.Equal((49, 0), (credits.GetProperty("available").GetInt32(), credits.GetProperty("reserved").GetInt32()));
        Assert.Equal(
            "CHARGE -1, PURCHASE 50, RELEASE 2, RESERVATION -2",
            string.Join(", ", credits.GetProperty("entries").GetProperty("nodes").EnumerateArray().Select(e => $"{e.GetProperty("kind").GetString()} {e.GetProperty("amount")}").Order(StringComparer.Ordinal)));
        Assert.Equal(1, viewer.GetProperty("generations").GetProperty("totalCount").GetInt32());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_image_can_be_downloaded_by_its_signed_address_and_by_no_other(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var token = await app.SignInWithCreditsAsync(50);
        var queued = (await app.QueryAsync(
            "mutation { generateImage(input: { prompt: \"un phare\", size: \"256x256\", idempotencyKey: \"k1\" }) { generation { id } errors { __typename } } }",
            accessToken: token)).GetProperty("generateImage").GetProperty("generation").GetProperty("id").GetString()!;

        var artifact = Assert.Single((await app.FinishedAsync(token, queued)).GetProperty("artifacts").EnumerateArray());

        var url = artifact.GetProperty("url").GetString()!;
        using var response = await app.Http.GetAsync(url);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("inline", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(artifact.GetProperty("sha256").GetString(), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        Assert.Equal(artifact.GetProperty("bytes").GetInt64(), bytes.Length);
        foreach (var wrong in new[]
        {
            url.Replace("/1?", "/2?", StringComparison.Ordinal), url[..^1], url.Replace("expires=", "expires=9", StringComparison.Ordinal),
            url.Split('?')[0], url.Split('&')[0], url.Replace("expires=", "expires=x", StringComparison.Ordinal), url.Replace("/1?", "/x?", StringComparison.Ordinal),
        })
        {
            using var refused = await app.Http.GetAsync(wrong);
            Assert.Equal((404, ""), ((int)refused.StatusCode, await refused.Content.ReadAsStringAsync()));
        }
    }

    [Theory]
    [InlineData("", "InsufficientCreditsError", ", outputTokensMax: 4096")]
    [InlineData("", "ModelNotAvailableError", ", model: \"openai/gpt-4o\"")]
    [InlineData("", "ModelNotAvailableError", ", model: \"\"")]
    [InlineData("", "InvalidGenerationOptionError", ", temperature: 3")]
    [InlineData("", "InvalidGenerationOptionError", ", outputTokensMax: -1")]
    [InlineData("long", "PromptTooLongError", "")]
    public async Task A_refusal_is_typed_and_nothing_is_written(string prompt, string error, string more)
    {
        await using var app = await WeboxApp.StartAsync();
        var token = await app.SignInWithCreditsAsync(3);

        var payload = (await app.GenerateTextAsync(token, prompt == "long" ? new string('a', 32 * 1024 + 1) : "Bonjour", more: more)).GetProperty("generateText");

        Assert.Equal(error, Assert.Single(payload.GetProperty("errors").EnumerateArray()).GetProperty("__typename").GetString());
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("generation").ValueKind);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IWeboxDb>();
        Assert.Equal((0, 1), (await db.Generations.CountAsync(), await db.CreditEntries.CountAsync()));
    }

    [Fact]
    public async Task Guests_do_not_generate()
    {
        var app = await shared.OnAsync();

        var answer = await app.SendAsync("mutation { generateText(input: { prompt: \"a\", idempotencyKey: \"k\" }) { generation { id } } }");

        Assert.Equal("UNAUTHENTICATED", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("Bonjour [sandbox:refuse]", "CONTENT_POLICY", false)]
    [InlineData("Bonjour [sandbox:fail]", "PROVIDER_UNAVAILABLE", true)]
    public async Task A_failure_says_what_and_whether_to_try_again_and_is_free(string prompt, string code, bool retryable)
    {
        var app = await shared.OnAsync();
        var token = await app.SignInWithCreditsAsync(10);
        var id = (await app.GenerateTextAsync(token, prompt)).GetProperty("generateText").GetProperty("generation").GetProperty("id").GetString()!;

        var done = await app.FinishedAsync(token, id);

        Assert.Equal(("FAILED", 0), (done.GetProperty("status").GetString(), done.GetProperty("credits").GetInt32()));
        Assert.Equal((code, retryable), (done.GetProperty("failure").GetProperty("code").GetString(), done.GetProperty("failure").GetProperty("retryable").GetBoolean()));
    }

    [Fact]
    public async Task Someone_elses_generation_is_as_unknown_as_one_that_never_was()
    {
        var app = await shared.OnAsync();
        var ada = await app.SignInWithCreditsAsync(10);
        var eve = await app.SignInWithCreditsAsync(0);
        var id = (await app.GenerateTextAsync(ada, "Bonjour [sandbox:slow]")).GetProperty("generateText").GetProperty("generation").GetProperty("id").GetString()!;
        const string Cancel = "mutation($id: ID!) { cancelGeneration(input: { generationId: $id }) { generation { id } errors { __typename ... on Error { message } } } }";

        var foreign = await app.QueryAsync(Cancel, new { id }, eve);
        var mine = await app.QueryAsync(Cancel, new { id }, ada);

        Assert.Equal("GenerationNotFoundError", foreign.GetProperty("cancelGeneration").GetProperty("errors")[0].GetProperty("__typename").GetString());
        Assert.Equal(JsonValueKind.Null, (await app.QueryAsync("query($id: ID!) { node(id: $id) { id } }", new { id }, eve)).GetProperty("node").ValueKind);
        Assert.Equal(JsonValueKind.Null, mine.GetProperty("cancelGeneration").GetProperty("errors").ValueKind);
        Assert.Equal("CANCELED", (await app.FinishedAsync(ada, id)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Models_and_quotes_are_for_everybody()
    {
        var app = await shared.OnAsync();

        var data = await app.QueryAsync(
            """
            {
              models(kind: IMAGE) { id provider kind displayName isAvailable acceptsImages contextTokensMax typicalCredits sizes qualities }
              quoteGeneration(input: { model: "sandbox/image", prompt: "a", count: 2 }) { creditsMax available sufficient }
            }
            """);
        var unknown = await app.SendAsync("{ quoteGeneration(input: { model: \"nobody/nothing\", prompt: \"a\" }) { creditsMax } }");

        var model = Assert.Single(data.GetProperty("models").EnumerateArray(), model => model.GetProperty("isAvailable").GetBoolean());
        Assert.Equal(("sandbox/image", "SANDBOX", true, 5), (model.GetProperty("id").GetString(), model.GetProperty("provider").GetString(), model.GetProperty("isAvailable").GetBoolean(), model.GetProperty("typicalCredits").GetInt32()));
        Assert.Equal("""{"creditsMax":10,"available":0,"sufficient":false}""", data.GetProperty("quoteGeneration").GetRawText().Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("MODEL_NOT_AVAILABLE", unknown.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Generations_are_paged_newest_first_in_both_directions(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var token = await app.SignInWithCreditsAsync(100);
        for (var i = 1; i <= 5; i++)
        {
            await app.GenerateTextAsync(token, $"numéro {i} [sandbox:refuse]", $"k{i}");
        }

        var first = await PageAsync("first: 2");
        var second = await PageAsync($"first: 2, after: \"{first.End}\"");
        var back = await PageAsync($"last: 1, before: \"{second.Start}\"");

        Assert.Equal(("5 4", true, false), (first.Prompts, first.HasNext, first.HasPrevious));
        Assert.Equal(("3 2", true, true), (second.Prompts, second.HasNext, second.HasPrevious));
        Assert.Equal("4", back.Prompts);
        var invalid = await app.SendAsync("{ viewer { generations(first: 1, after: \"!\") { nodes { id } } } }", accessToken: token);
        Assert.Equal("INVALID_CURSOR", invalid.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());

        async Task<(string Prompts, bool HasNext, bool HasPrevious, string? Start, string? End)> PageAsync(string arguments)
        {
            var page = (await app.QueryAsync(
                $"{{ viewer {{ generations({arguments}) {{ nodes {{ prompt }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} }}",
                accessToken: token)).GetProperty("viewer").GetProperty("generations");
            var info = page.GetProperty("pageInfo");
            return (
                string.Join(' ', page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("prompt").GetString()!.Split(' ')[1])),
                info.GetProperty("hasNextPage").GetBoolean(),
                info.GetProperty("hasPreviousPage").GetBoolean(),
                info.GetProperty("startCursor").GetString(),
                info.GetProperty("endCursor").GetString());
        }
    }
}
