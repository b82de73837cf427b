using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace Webox.GraphQL.Tests.Generations;

public sealed class GalleryTests(SharedWebox shared) : IClassFixture<SharedWebox>, IAsyncLifetime
{
    private WeboxApp _app = null!;

    public async Task InitializeAsync() => _app = await shared.OnAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Favorites_are_listed_alone_and_what_is_deleted_is_nowhere()
    {
        var token = await _app.SignInWithCreditsAsync(100);
        var kept = await MadeAsync(token, "un phare", "k1");
        var gone = await MadeAsync(token, "un port", "k2");
        var address = (await _app.FinishedAsync(token, gone)).GetProperty("artifacts")[0].GetProperty("url").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await _app.Http.GetAsync(new Uri(address))).StatusCode);

        var marked = await _app.QueryAsync(
            "mutation($id: ID!) { favoriteGeneration(input: { generationId: $id, favorite: true }) { generation { id favorite } errors { __typename } } }",
            new { id = kept }, token);
        var deleted = await DeleteAsync(token, gone);

        Assert.True(marked.GetProperty("favoriteGeneration").GetProperty("generation").GetProperty("favorite").GetBoolean());
        Assert.Equal(gone, deleted.GetProperty("generationId").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Http.GetAsync(new Uri(address))).StatusCode);
        var lists = await _app.QueryAsync(
            """
            query($gone: ID!) {
              node(id: $gone) { id }
              viewer {
                all: generations(first: 9) { totalCount nodes { id } }
                favorites: generations(first: 9, favorite: true) { nodes { id } }
                credits { entries(first: 9) { nodes { kind generation { id } } } }
              }
            }
            """,
            new { gone }, token);
        Assert.Equal(JsonValueKind.Null, lists.GetProperty("node").ValueKind);
        var viewer = lists.GetProperty("viewer");
        Assert.Equal((1, kept), (viewer.GetProperty("all").GetProperty("totalCount").GetInt32(), OnlyId(viewer.GetProperty("all"))));
        Assert.Equal(kept, OnlyId(viewer.GetProperty("favorites")));
        Assert.Equal(7, viewer.GetProperty("credits").GetProperty("entries").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task Nobody_deletes_or_marks_what_is_anothers()
    {
        var ada = await _app.SignInWithCreditsAsync(100);
        var eve = await _app.SignInAsCustomerAsync();
        var id = await MadeAsync(ada, "un phare", "k1");

        var deleted = await DeleteAsync(eve, id);
        var marked = await _app.QueryAsync(
            "mutation($id: ID!) { favoriteGeneration(input: { generationId: $id, favorite: true }) { generation { id } errors { __typename } } }",
            new { id }, eve);

        Assert.Equal("GenerationNotFoundError", deleted.GetProperty("errors")[0].GetProperty("__typename").GetString());
        Assert.Equal("GenerationNotFoundError", marked.GetProperty("favoriteGeneration").GetProperty("errors")[0].GetProperty("__typename").GetString());
        Assert.Equal("SUCCEEDED", (await _app.FinishedAsync(ada, id)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_export_holds_every_generation_and_file_of_one_customer_and_opens_with_its_address_only()
    {
        var ada = await _app.SignInWithCreditsAsync(100);
        var eve = await _app.SignInWithCreditsAsync(100);
        await MadeAsync(ada, "un phare « rouge »", "k1");
        await _app.FinishedAsync(ada, (await _app.GenerateTextAsync(ada, "Bonjour", "k2")).GetProperty("generateText").GetProperty("generation").GetProperty("id").GetString()!);
        await MadeAsync(eve, "un secret", "k1");
        var address = (await _app.QueryAsync("{ viewer { generationsExportUrl } }", null, ada)).GetProperty("viewer").GetProperty("generationsExportUrl").GetString()!;

        await using var content = await _app.Http.GetStreamAsync(new Uri(address));
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        using var zip = new ZipArchive(copy, ZipArchiveMode.Read);

        await using var list = await zip.GetEntry("generations.json")!.OpenAsync();
        var generations = (await JsonDocument.ParseAsync(list)).RootElement;
        Assert.Equal(["un phare « rouge »", "Bonjour"], generations.EnumerateArray().Select(g => g.GetProperty("prompt").GetString()));
        var file = generations[0].GetProperty("files")[0].GetString()!;
        Assert.Equal(["generations.json", file], zip.Entries.Select(entry => entry.FullName));
        await using var picture = await zip.GetEntry(file)!.OpenAsync();
        var start = new byte[8];
        await picture.ReadExactlyAsync(start);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], start[..4]);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Http.GetAsync(new Uri(address.Replace("signature=", "signature=0", StringComparison.Ordinal)))).StatusCode);
    }

    [Fact]
    public async Task A_monthly_limit_refuses_with_its_figures()
    {
        var token = await _app.SignInWithCreditsAsync(100);
        var set = await _app.QueryAsync(
            "mutation { setMonthlyLimit(input: { monthlyLimit: 1 }) { credits { monthlyLimit usedThisMonth available } errors { __typename } } }", null, token);

        var refused = await _app.QueryAsync(
            """
            mutation {
              generateText(input: { prompt: "Bonjour", idempotencyKey: "k1" }) {
                generation { id }
                errors { __typename ... on MonthlyLimitReachedError { monthlyLimit used required } }
              }
            }
            """,
            null, token);

        Assert.Equal("""{"monthlyLimit":1,"usedThisMonth":0,"available":100}""", set.GetProperty("setMonthlyLimit").GetProperty("credits").GetRawText());
        Assert.Equal(
            """{"__typename":"MonthlyLimitReachedError","monthlyLimit":1,"used":0,"required":2}""",
            refused.GetProperty("generateText").GetProperty("errors")[0].GetRawText());
    }

    [Fact]
    public async Task The_same_request_is_answered_again_for_nothing_where_that_is_allowed()
    {
        var token = await _app.SignInWithCreditsAsync(100);
        await _app.FinishedAsync(token, (await _app.GenerateTextAsync(token, "Bonjour")).GetProperty("generateText").GetProperty("generation").GetProperty("id").GetString()!);

        var again = await _app.QueryAsync(
            """
            mutation {
              generateText(input: { prompt: "Bonjour", idempotencyKey: "k2", allowCached: true }) {
                generation { status cached credits text fallbackReason }
                errors { __typename }
              }
            }
            """,
            null, token);

        var generation = again.GetProperty("generateText").GetProperty("generation");
        Assert.Equal(("SUCCEEDED", true, 0), (generation.GetProperty("status").GetString(), generation.GetProperty("cached").GetBoolean(), generation.GetProperty("credits").GetInt32()));
        Assert.StartsWith("[sandbox]", generation.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private async Task<string> MadeAsync(string token, string prompt, string key)
    {
        var asked = await _app.QueryAsync(
            "mutation($prompt: String!, $key: String!) { generateImage(input: { prompt: $prompt, size: \"256x256\", idempotencyKey: $key }) { generation { id } errors { __typename } } }",
            new { prompt, key }, token);
        var id = asked.GetProperty("generateImage").GetProperty("generation").GetProperty("id").GetString()!;
        await _app.FinishedAsync(token, id);
        return id;
    }

    private async Task<JsonElement> DeleteAsync(string token, string id) => (await _app.QueryAsync(
        "mutation($id: ID!) { deleteGeneration(input: { generationId: $id }) { generationId errors { __typename } } }", new { id }, token))
        .GetProperty("deleteGeneration");

    private static string? OnlyId(JsonElement connection) => Assert.Single(connection.GetProperty("nodes").EnumerateArray()).GetProperty("id").GetString();
}
