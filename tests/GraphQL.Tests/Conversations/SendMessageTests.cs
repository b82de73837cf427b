using System.Text.Json;
using Webox.GraphQL.Tests.Generations;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Conversations;

public sealed class SendMessageTests(SharedWebox shared) : IClassFixture<SharedWebox>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_models_answer_one_message_and_the_next_is_given_what_was_said(DatabaseKind kind)
    {
        await using var app = await WeboxApp.StartAsync(kind, ConversationStory.TwoModels);
        var token = await app.SignInWithCreditsAsync(100);

        var sent = await app.SayAsync(token, new { text = "Un haïku sur la mer", models = new[] { "sandbox/text", "openai-compatible/silent" }, systemPrompt = "Sois bref.", idempotencyKey = "k1" });

        Assert.Equal(JsonValueKind.Null, sent.At("errors").ValueKind);
        var conversation = sent.At("conversation", "id").GetString()!;
        Assert.Equal(("Un haïku sur la mer", "Général", 4), (sent.At("conversation", "title").GetString(), sent.At("conversation", "folder").GetString(), sent.At("conversation", "messages", "totalCount").GetInt32()));
        Assert.Equal(("USER", JsonValueKind.Null), (sent.At("message", "role").GetString(), sent.At("message", "generation").ValueKind));
        Assert.Equal(["sandbox/text", "openai-compatible/silent"], sent.At("replies").Texts("generation", "model"));
        var answer = (await app.FinishedAsync(token, sent.At("replies")[0].At("generation", "id").GetString()!)).At("text").GetString();

        var next = await app.SayAsync(token, new { conversationId = conversation, text = "Encore", models = new[] { "sandbox/text" }, idempotencyKey = "k2" });
        var second = await app.FinishedAsync(token, next.At("replies")[0].At("generation", "id").GetString()!);

        Assert.Contains("1 échange(s), le dernier sur « Un haïku sur la mer »", second.At("text").GetString(), StringComparison.Ordinal);
        var said = await app.ReadConversationAsync(token, conversation);
        Assert.Equal(["SYSTEM: Sois bref.", "USER: Un haïku sur la mer", $"ASSISTANT: {answer}", "ASSISTANT: ", "USER: Encore", $"ASSISTANT: {second.At("text")}"], said);
        Assert.Equal(["Un haïku sur la mer"], await app.TitlesAsync(token, "first: 5, search: \"HAIKU sandbox\""));
        Assert.Empty(await app.TitlesAsync(token, "first: 5, search: \"%\""));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_answers_are_followed_side_by_side_to_their_ends(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var token = await app.SignInWithCreditsAsync(100);
        var ids = new List<string>();
        foreach (var text in new[] { "Un", "Deux" })
        {
            ids.AddRange((await app.SayAsync(token, new { text, idempotencyKey = text })).At("replies").Texts("generation", "id"));
        }

        var watched = await Task.WhenAll(ids.Select(id => GenerationSubscriptionsTests.WatchAsync(app, token, id)));

        Assert.All(watched, events => Assert.Equal("SUCCEEDED", events[^1].At("data", "generationProgress", "generation", "status").GetString()));
        Assert.Equal(2, watched.Select(events => events[^1].At("data", "generationProgress", "generation", "text").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task The_same_key_gives_the_same_message_and_another_request_is_refused()
    {
        var app = await shared.OnAsync();
        var token = await app.SignInWithCreditsAsync(100);

        var first = await app.SayAsync(token, new { text = "Bonjour", idempotencyKey = "k1" });
        var again = await app.SayAsync(token, new { text = "Bonjour", idempotencyKey = "k1" });
        var other = await app.SayAsync(token, new { text = "Bonsoir", idempotencyKey = "k1" });

        Assert.Equal((first.At("message", "id").GetString(), first.At("replies")[0].At("id").GetString()), (again.At("message", "id").GetString(), again.At("replies")[0].At("id").GetString()));
        Assert.Equal("IdempotencyKeyReusedError", other.ErrorType());
        Assert.Equal(JsonValueKind.Null, other.At("replies").ValueKind);
    }

    [Fact]
    public async Task Refusals_are_typed_and_say_what_is_missing()
    {
        await using var app = await WeboxApp.StartAsync(settings: ConversationStory.TwoModels);
        var token = await app.SignInWithCreditsAsync(3);
        var both = new[] { "sandbox/text", "openai-compatible/silent" };

        var poor = await app.SayAsync(token, new { text = "Bonjour", models = both, outputTokensMax = 2000, idempotencyKey = "k1" });

        Assert.Equal("InsufficientCreditsError", poor.ErrorType());
        Assert.Equal(3, poor.At("errors")[0].At("available").GetInt32());
        Assert.Equal("ModelNotAvailableError", await RefusedAsync(new { text = "a", models = new[] { "nobody/nothing" }, idempotencyKey = "k" }));
        Assert.Equal("PromptTooLongError", await RefusedAsync(new { text = new string('a', 32 * 1024 + 1), idempotencyKey = "k" }));
        Assert.Equal("InvalidGenerationOptionError", await RefusedAsync(new { text = "", idempotencyKey = "k" }));
        Assert.Equal("InvalidGenerationOptionError", await RefusedAsync(new { text = "a", idempotencyKey = "" }));
        Assert.Empty(await app.TitlesAsync(token));

        async Task<string> RefusedAsync(object input) => (await app.SayAsync(token, input)).ErrorType();
    }

    [Fact]
    public async Task A_persona_gives_its_instructions()
    {
        var app = await shared.OnAsync();
        var token = await app.SignInWithCreditsAsync(100);
        var personas = (await app.QueryAsync("{ personas { id name description systemPrompt } }")).At("personas");

        var legal = personas.EnumerateArray().Single(persona => persona.At("name").GetString() == "Assistant juridique");
        var sent = await app.SayAsync(token, new { text = "Bonjour", personaId = legal.At("id").GetString(), idempotencyKey = "k1" });

        Assert.Equal(8, personas.GetArrayLength());
        Assert.Equal($"SYSTEM: {legal.At("systemPrompt")}", (await app.ReadConversationAsync(token, sent.At("conversation", "id").GetString()!))[0]);
    }

    [Fact]
    public async Task Guests_say_nothing()
    {
        var app = await shared.OnAsync();

        var answer = await app.SendAsync("mutation { sendMessage(input: { text: \"a\", idempotencyKey: \"k\" }) { message { id } } }");

        Assert.Equal("UNAUTHENTICATED", answer.At("errors")[0].At("extensions", "code").GetString());
    }
}
