using System.Text.Json;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Prompts;

public sealed class PromptMutationsTests(SharedWebox shared) : IClassFixture<SharedWebox>
{
    private const string Fields = "id title text category tags isPublic favorite useCount variables";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_prompt_is_written_filled_in_changed_and_removed(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var token = await app.SignInAsCustomerAsync();

        var created = await CreateAsync(app, token, new { title = " Relance  client ", text = "Bonjour [NOM], à [HEURE] ?", category = "Vente", tags = new[] { "a,b", "c" }, favorite = true });
        var id = created.At("id").GetString();
        var missing = await UseAsync(app, token, id, ("NOM", "Ada"));
        var used = await UseAsync(app, token, id, ("NOM", "Ada"), ("HEURE", "[NOM]"));
        var changed = await app.QueryAsync(
            $"mutation($input: UpdatePromptInput!) {{ updatePrompt(input: $input) {{ prompt {{ {Fields} }} }} }}", new { input = new { promptId = id, isPublic = true } }, token);
        var deleted = await app.QueryAsync("mutation($id: ID!) { deletePrompt(input: { promptId: $id }) { deletedPromptId } }", new { id }, token);

        Assert.Equal(
            """title: "Relance client", text: "Bonjour [NOM], à [HEURE] ?", category: "Vente", tags: ["a,b","c"], isPublic: false, favorite: true, useCount: 0, variables: ["NOM","HEURE"]""",
            string.Join(", ", created.EnumerateObject().Skip(1).Select(field => $"{field.Name}: {field.Value.GetRawText()}")));
        Assert.Equal("MissingPromptVariablesError", missing.ErrorType());
        Assert.Equal("HEURE", missing.At("errors")[0].At("variables")[0].GetString());
        Assert.Equal(("Bonjour Ada, à [NOM] ?", 1), (used.At("text").GetString(), used.At("prompt", "useCount").GetInt32()));
        Assert.Equal((true, "Relance client", 1), (changed.At("updatePrompt", "prompt", "isPublic").GetBoolean(), changed.At("updatePrompt", "prompt", "title").GetString(), changed.At("updatePrompt", "prompt", "useCount").GetInt32()));
        Assert.Equal(id, deleted.At("deletePrompt", "deletedPromptId").GetString());
        Assert.Equal(JsonValueKind.Null, (await app.QueryAsync("query($id: ID!) { node(id: $id) { id } }", new { id }, token)).At("node").ValueKind);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_public_prompt_is_everybodys_to_like_and_to_use_and_tells_nobody_who_wrote_it(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var ada = await app.SignInAsCustomerAsync();
        var eve = await app.SignInAsCustomerAsync();
        var offered = (await CreateAsync(app, ada, new { title = "Partagé", text = "Salut", isPublic = true })).At("id").GetString();
        var own = (await CreateAsync(app, ada, new { title = "Privé", text = "Secret" })).At("id").GetString();
        const string Like = "mutation($id: ID!) { favoritePrompt(input: { promptId: $id }) { prompt { favorite } errors { __typename } } }";

        var liked = await app.QueryAsync(Like, new { id = offered }, eve);

        Assert.True(liked.At("favoritePrompt", "prompt", "favorite").GetBoolean());
        Assert.Equal(["Partagé"], await TitlesAsync(app, eve, "favorite: true"));
        Assert.Empty(await TitlesAsync(app, ada, "favorite: true"));
        Assert.Equal(["Privé", "Partagé"], (await TitlesAsync(app, ada, "first: 2")));
        Assert.DoesNotContain("Privé", await TitlesAsync(app, eve, "first: 100"));
        Assert.Equal("PromptNotFoundError", (await app.QueryAsync(Like, new { id = own }, eve)).At("favoritePrompt").ErrorType());
        Assert.Equal("PromptNotFoundError", (await UseAsync(app, eve, own)).ErrorType());
        Assert.Equal(JsonValueKind.Null, (await app.QueryAsync("query($own: ID!) { node(id: $own) { id } }", new { own }, eve)).At("node").ValueKind);
        Assert.Equal(offered, (await app.QueryAsync("query($offered: ID!) { node(id: $offered) { id } }", new { offered }, eve)).At("node", "id").GetString());
        foreach (var mutation in new[] { "updatePrompt(input: { promptId: $id, title: \"Volé\" })", "deletePrompt(input: { promptId: $id })" })
        {
            var refused = await app.QueryAsync($"mutation($id: ID!) {{ refused: {mutation} {{ errors {{ __typename }} }} }}", new { id = offered }, eve);
            Assert.Equal("PromptNotFoundError", refused.At("refused").ErrorType());
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_library_is_filtered_searched_and_paged(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var token = await app.SignInAsCustomerAsync();
        for (var i = 1; i <= 3; i++)
        {
            await CreateAsync(app, token, new { title = $"Zoé {i}", text = "100% [A]", category = $"C{i % 2}" });
        }

        var page = (await app.QueryAsync("{ viewer { prompts(first: 2, search: \"ZOE\") { totalCount nodes { title } pageInfo { endCursor hasNextPage } } } }", accessToken: token)).At("viewer", "prompts");

        Assert.Equal((3, true), (page.At("totalCount").GetInt32(), page.At("pageInfo", "hasNextPage").GetBoolean()));
        Assert.Equal(["Zoé 3", "Zoé 2"], page.At("nodes").Texts("title"));
        Assert.Equal(["Zoé 1"], await TitlesAsync(app, token, $"first: 2, search: \"ZOE\", after: \"{page.At("pageInfo", "endCursor")}\""));
        Assert.Equal(["Zoé 3", "Zoé 1"], await TitlesAsync(app, token, "category: \"C1\""));
        Assert.Equal(["Zoé 3", "Zoé 2", "Zoé 1"], await TitlesAsync(app, token, "search: \"100%\""));
        Assert.NotEmpty(await TitlesAsync(app, token, "search: \"article\""));
    }

    [Fact]
    public async Task Refusals_are_typed()
    {
        var app = await shared.OnAsync();
        var token = await app.SignInAsCustomerAsync();

        Assert.Equal("InvalidLabelError", await RefusedAsync(new { title = "", text = "a" }));
        Assert.Equal("InvalidLabelError", await RefusedAsync(new { title = "a", text = " " }));
        Assert.Equal("PromptTooLongError", await RefusedAsync(new { title = "a", text = new string('a', 32 * 1024 + 1) }));
        Assert.Equal("TooManyTagsError", await RefusedAsync(new { title = "a", text = "a", tags = Enumerable.Range(0, 21).Select(i => $"{i}") }));
        var guest = await app.SendAsync("mutation { createPrompt(input: { title: \"a\", text: \"a\" }) { prompt { id } } }");
        Assert.Equal("UNAUTHENTICATED", guest.At("errors")[0].At("extensions", "code").GetString());

        async Task<string> RefusedAsync(object input) => (await app.QueryAsync(
            "mutation($input: CreatePromptInput!) { createPrompt(input: $input) { errors { __typename } } }", new { input }, token)).At("createPrompt").ErrorType();
    }

    private static async Task<JsonElement> CreateAsync(WeboxApp app, string token, object input) => (await app.QueryAsync(
        $"mutation($input: CreatePromptInput!) {{ createPrompt(input: $input) {{ prompt {{ {Fields} }} }} }}", new { input }, token)).At("createPrompt", "prompt");

    private static async Task<JsonElement> UseAsync(WeboxApp app, string token, string? id, params (string Name, string Value)[] values) => (await app.QueryAsync(
        """
        mutation($input: UsePromptInput!) {
          usePrompt(input: $input) { text prompt { useCount } errors { __typename ... on MissingPromptVariablesError { variables } } }
        }
        """,
        new { input = new { promptId = id, values = values.Select(value => new { name = value.Name, value = value.Value }) } },
        token)).At("usePrompt");

    private static async Task<List<string>> TitlesAsync(WeboxApp app, string token, string arguments) =>
        (await app.QueryAsync($"{{ viewer {{ prompts({arguments}) {{ nodes {{ title }} }} }} }}", accessToken: token)).At("viewer", "prompts", "nodes").Texts("title");
}
