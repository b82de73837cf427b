using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Generations;

public sealed class GenerationSubscriptionsTests(SharedWebox shared) : IClassFixture<SharedWebox>
{
    private const string Document =
        """
        subscription($id: ID!) {
          generationProgress(generationId: $id) {
            __typename
            ... on GenerationSnapshot { generation { status text } }
            ... on GenerationText { offset text }
            ... on GenerationAdvanced { progress queuePosition }
            ... on GenerationFinished { generation { status text credits } }
          }
        }
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_watcher_puts_the_text_together_and_sees_the_end_once(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var token = await app.SignInWithCreditsAsync(10);
        var id = (await app.GenerateTextAsync(token, "Un haïku")).GetProperty("generateText").GetProperty("generation").GetProperty("id").GetString()!;

        var events = (await WatchAsync(app, token, id)).ConvertAll(e => e.GetProperty("data").GetProperty("generationProgress"));

        Assert.Equal("GenerationSnapshot", events[0].GetProperty("__typename").GetString());
        var text = events[0].GetProperty("generation").GetProperty("text").GetString()!;
        foreach (var delta in events.Where(e => e.GetProperty("__typename").GetString() == "GenerationText"))
        {
            Assert.Equal(text.Length, delta.GetProperty("offset").GetInt32());
            text += delta.GetProperty("text").GetString();
        }

        var end = Assert.Single(events, e => e.GetProperty("__typename").GetString() == "GenerationFinished");
        Assert.Equal(events[^1].GetRawText(), end.GetRawText());
        Assert.Equal(("SUCCEEDED", text), (end.GetProperty("generation").GetProperty("status").GetString(), end.GetProperty("generation").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Someone_elses_generation_is_as_unknown_as_one_that_never_was()
    {
        var app = await shared.OnAsync();
        var ada = await app.SignInWithCreditsAsync(10);
        var eve = await app.SignInWithCreditsAsync(0);
        var id = (await app.GenerateTextAsync(ada, "Un haïku")).GetProperty("generateText").GetProperty("generation").GetProperty("id").GetString()!;
        await app.FinishedAsync(ada, id);

        var foreign = Assert.Single(await WatchAsync(app, eve, id));
        var guest = Assert.Single(await WatchAsync(app, null, id));

        Assert.Equal("GENERATION_NOT_FOUND", foreign.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("UNAUTHENTICATED", guest.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    /// <summary>Every result of a subscription over server-sent events, until it completes.</summary>
    internal static async Task<List<JsonElement>> WatchAsync(WeboxApp app, string? token, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Document, variables = new { id } }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await app.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var results = new List<JsonElement>();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal) && line.Length > 6)
            {
                results.Add(JsonSerializer.Deserialize<JsonElement>(line[5..]));
            }
        }

        return results;
    }
}
