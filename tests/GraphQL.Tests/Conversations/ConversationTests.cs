using System.Text.Json;
using Webox.GraphQL.Tests.Generations;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Conversations;

public sealed class ConversationTests(SharedWebox shared) : IClassFixture<SharedWebox>
{
    private const string Update =
        "mutation($input: UpdateConversationInput!) { updateConversation(input: $input) { conversation { title folder favorite tags } errors { __typename ... on InvalidLabelError { field lengthMax } } } }";

    private const string Delete =
        "mutation($id: ID!) { deleteConversation(input: { conversationId: $id }) { deletedConversationId errors { __typename } } }";

    [Theory, OnSqlite, OnPostgres]
    public async Task Conversations_are_filed_found_and_paged_last_used_first(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var token = await app.SignInWithCreditsAsync(100);
        var ids = new List<string>();
        foreach (var text in new[] { "Un", "Deux", "Trois" })
        {
            ids.Add((await app.SayAsync(token, new { text, idempotencyKey = text })).At("conversation", "id").GetString()!);
        }

        var updated = await app.QueryAsync(Update, new { input = new { conversationId = ids[0], folder = "Travail", favorite = true, tags = new[] { "a", "b" } } }, token);
        await app.SayAsync(token, new { conversationId = ids[1], text = "encore", idempotencyKey = "encore" });

        Assert.Equal("""{"title":"Un","folder":"Travail","favorite":true,"tags":["a","b"]}""", updated.At("updateConversation", "conversation").GetRawText());
        Assert.Equal(["Deux", "Trois", "Un"], await app.TitlesAsync(token));
        Assert.Equal(["Un"], await app.TitlesAsync(token, "folder: \"Travail\""));
        Assert.Equal(["Deux", "Trois"], await app.TitlesAsync(token, "favorite: false"));
        var page = (await app.QueryAsync("{ viewer { conversations(first: 2) { totalCount nodes { title } pageInfo { hasNextPage endCursor } } } }", accessToken: token)).At("viewer", "conversations");
        Assert.Equal((3, true), (page.At("totalCount").GetInt32(), page.At("pageInfo", "hasNextPage").GetBoolean()));
        Assert.Equal(["Un"], await app.TitlesAsync(token, $"first: 2, after: \"{page.At("pageInfo", "endCursor")}\""));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_no_text_finds_nothing_and_breaks_nothing(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var token = await app.SignInWithCreditsAsync(100);
        await app.SayAsync(token, new { text = "Un", idempotencyKey = "k1" });

        foreach (var odd in new[] { "\\u0000x", "\\uFFFEx" })
        {
            Assert.Empty(await app.TitlesAsync(token, $"search: \"{odd}\""));
            Assert.Empty(await app.TitlesAsync(token, $"folder: \"{odd}\""));
            var refused = await app.SendAsync($"mutation {{ sendMessage(input: {{ text: \"a\", idempotencyKey: \"{odd}\" }}) {{ errors {{ __typename }} }} }}", accessToken: token);
            Assert.DoesNotContain("INTERNAL", refused.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Messages_are_paged_oldest_first_in_both_directions(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var token = await app.SignInWithCreditsAsync(100);
        var id = (await app.SayAsync(token, new { text = "m1", idempotencyKey = "m1" })).At("conversation", "id").GetString()!;
        await app.SayAsync(token, new { conversationId = id, text = "m3", idempotencyKey = "m3" });

        var first = await PageAsync("first: 2");
        var last = await PageAsync("last: 2");

        Assert.Equal(["USER", "ASSISTANT"], first.At("nodes").Texts("role"));
        Assert.Equal("m3", last.At("nodes")[0].At("text").GetString());
        Assert.Equal((true, true), (first.At("pageInfo", "hasNextPage").GetBoolean(), last.At("pageInfo", "hasPreviousPage").GetBoolean()));
        Assert.Equal("m3", (await PageAsync($"first: 1, after: \"{first.At("pageInfo", "endCursor")}\"")).At("nodes")[0].At("text").GetString());
        Assert.Equal("m1", (await PageAsync($"last: 5, before: \"{last.At("pageInfo", "startCursor")}\"")).At("nodes")[0].At("text").GetString());

        async Task<JsonElement> PageAsync(string arguments) => (await app.QueryAsync(
            $"query($id: ID!) {{ node(id: $id) {{ ... on Conversation {{ messages({arguments}) {{ nodes {{ role text }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} }} }}",
            new { id }, token)).At("node", "messages");
    }

    [Fact]
    public async Task Someone_elses_conversation_is_as_unknown_as_one_that_never_was()
    {
        var app = await shared.OnAsync();
        var ada = await app.SignInWithCreditsAsync(100);
        var eve = await app.SignInWithCreditsAsync(100);
        var sent = await app.SayAsync(ada, new { text = "secret", idempotencyKey = "k1" });
        var id = sent.At("conversation", "id").GetString()!;
        var message = sent.At("message", "id").GetString()!;

        foreach (var reader in new[] { eve, null })
        {
            foreach (var node in new[] { id, message })
            {
                Assert.Equal(JsonValueKind.Null, (await app.QueryAsync("query($node: ID!) { node(id: $node) { id } }", new { node }, reader)).At("node").ValueKind);
            }
        }

        Assert.Equal("ConversationNotFoundError", (await app.SayAsync(eve, new { conversationId = id, text = "a", idempotencyKey = "k1" })).ErrorType());
        Assert.Equal("ConversationNotFoundError", (await app.QueryAsync(Update, new { input = new { conversationId = id, title = "a" } }, eve)).At("updateConversation").ErrorType());
        Assert.Equal("ConversationNotFoundError", (await app.QueryAsync(Delete, new { id }, eve)).At("deleteConversation").ErrorType());
        Assert.Empty(await app.TitlesAsync(eve, "search: \"secret\""));
        Assert.Equal(message, (await app.QueryAsync("query($message: ID!) { node(id: $message) { id } }", new { message }, ada)).At("node", "id").GetString());
        Assert.Equal(["secret"], await app.TitlesAsync(ada));
    }

    [Fact]
    public async Task A_deleted_conversation_is_gone_and_its_generations_stay()
    {
        var app = await shared.OnAsync();
        var token = await app.SignInWithCreditsAsync(100);
        var sent = await app.SayAsync(token, new { text = "Bonjour [sandbox:slow]", idempotencyKey = "k1" });
        var id = sent.At("conversation", "id").GetString()!;

        var deleted = (await app.QueryAsync(Delete, new { id }, token)).At("deleteConversation");

        Assert.Equal(id, deleted.At("deletedConversationId").GetString());
        Assert.Equal("CANCELED", (await app.FinishedAsync(token, sent.At("replies")[0].At("generation", "id").GetString()!)).At("status").GetString());
        Assert.Equal(JsonValueKind.Null, (await app.QueryAsync("query($id: ID!) { node(id: $id) { id } }", new { id }, token)).At("node").ValueKind);
        Assert.Equal("ConversationNotFoundError", (await app.QueryAsync(Delete, new { id }, token)).At("deleteConversation").ErrorType());
    }

    [Fact]
    public async Task A_refused_change_says_which_field_and_how_long_it_may_be()
    {
        var app = await shared.OnAsync();
        var token = await app.SignInWithCreditsAsync(100);
        var conversationId = (await app.SayAsync(token, new { text = "Bonjour", idempotencyKey = "k1" })).At("conversation", "id").GetString();

        var refused = (await app.QueryAsync(Update, new { input = new { conversationId, title = new string('a', 256) } }, token)).At("updateConversation");
        var many = (await app.QueryAsync(Update, new { input = new { conversationId, tags = Enumerable.Range(0, 21).Select(i => $"{i}") } }, token)).At("updateConversation");

        Assert.Equal("""{"__typename":"InvalidLabelError","field":"title","lengthMax":255}""", refused.At("errors")[0].GetRawText());
        Assert.Equal("TooManyTagsError", many.ErrorType());
    }
}
