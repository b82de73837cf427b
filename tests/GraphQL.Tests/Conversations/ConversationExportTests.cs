using System.Text.Json;
using System.Text.RegularExpressions;
using Webox.Domain.Conversations;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.GraphQL.Conversations;
using Webox.GraphQL.Tests.Generations;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Conversations;

public sealed class ConversationExportTests(SharedWebox shared) : IClassFixture<SharedWebox>
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private static readonly ExportedConversation Sample = new(
        Conversation.Start(CustomerId.From(Guid.Parse("00000000-0000-7000-8000-000000000001")), "Un *titre* [à part] <b>", Now),
        [
            new(1, MessageRole.System, null, null, "Sois bref.", Now),
            new(2, MessageRole.User, null, null, "Bonjour\r\n## Vous, 2026\r# Titre\u2028<!-- -->", Now),
            new(3, MessageRole.Assistant, "sandbox/text", GenerationStatus.Succeeded, "Du code :\n````\n```\n````\n</div>", Now.AddSeconds(2)),
            new(4, MessageRole.Assistant, "openai/gpt-4o", GenerationStatus.Failed, "", Now.AddSeconds(2)),
        ],
        LeftOut: 2);

    [Fact]
    public void Markdown_names_who_speaks_and_fences_what_they_say() => MarkdownExport.Write(Sample).MatchSnapshot("md");

    [Fact]
    public void Text_indents_what_they_say() => TextExport.Write(Sample).MatchSnapshot("txt");

    [Fact]
    public void Json_has_it_all() => JsonExport.Write(Sample).MatchSnapshot();

    [Fact]
    public void No_message_forges_the_structure()
    {
        var random = new Random(11);
        string[] pieces = ["`", "```", "~~~", "\n", "\r", "\r\n", "\u2028", "\u0085", "# ", "## Vous, x\n", "    ", ">", "<script>", "a", "\n\nVous, x\n"];
        for (var i = 0; i < 3_000; i++)
        {
            var said = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => pieces[random.Next(pieces.Length)]));
            var exported = Sample with { LeftOut = 0, Messages = [new(1, MessageRole.User, null, null, said, Now), new(2, MessageRole.User, null, null, "fin", Now)] };

            Assert.Equal(["# Un \\*titre\\* \\[à part\\] \\<b\\>", "## Vous, 2026-11-26 12:00:00 UTC", "## Vous, 2026-11-26 12:00:00 UTC"], OutsideFences(MarkdownExport.Write(exported)));
            Assert.Equal(
                ["Un *titre* [à part] <b>", "Vous, 2026-11-26 12:00:00 UTC", "Vous, 2026-11-26 12:00:00 UTC"],
                Regex.Split(TextExport.Write(exported), "\r\n|[\r\n\u2028\u0085]").Where(line => line.Length > 0 && line[0] != ' '));
            Assert.Equal(said, JsonDocument.Parse(JsonExport.Write(exported)).RootElement.At("messages")[0].At("text").GetString());
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Both_sides_are_exported_in_every_format(DatabaseKind kind)
    {
        var app = await shared.OnAsync(kind);
        var token = await app.SignInWithCreditsAsync(100);
        var sent = await app.SayAsync(token, new { text = "Un haïku", idempotencyKey = "k1" });
        var answer = (await app.FinishedAsync(token, sent.At("replies")[0].At("generation", "id").GetString()!)).At("text").GetString()!;

        var node = (await app.QueryAsync(
            "query($id: ID!) { node(id: $id) { ... on Conversation { markdown: export(format: MARKDOWN) json: export(format: JSON) text: export(format: TEXT) } } }",
            new { id = sent.At("conversation", "id").GetString() }, token)).At("node");

        foreach (var format in new[] { "markdown", "json", "text" })
        {
            Assert.All(["Un haïku", answer, "sandbox"], part => Assert.Contains(part, node.At(format).GetString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task One_request_exports_three_times_at_most()
    {
        var app = await shared.OnAsync();
        var token = await app.SignInWithCreditsAsync(100);
        var id = (await app.SayAsync(token, new { text = "Un", idempotencyKey = "k1" })).At("conversation", "id").GetString();

        var answer = await app.SendAsync(
            "query($id: ID!) { node(id: $id) { ... on Conversation { a: export(format: TEXT) b: export(format: TEXT) c: export(format: TEXT) d: export(format: TEXT) } } }",
            new { id }, token);

        Assert.Equal("TOO_MANY_EXPORTS", Assert.Single(answer.At("errors").EnumerateArray()).At("extensions", "code").GetString());
    }

    /// <summary>The lines that CommonMark reads as markup: those in no fenced code block.</summary>
    private static List<string> OutsideFences(string markdown)
    {
        var (outside, fence) = (new List<string>(), (string?)null);
        foreach (var line in Regex.Split(markdown, "\r\n|\r|\n"))
        {
            // https://spec.commonmark.org/0.31.2/#fenced-code-blocks: a closing fence is at least as long and has nothing else on its line.
            var run = Regex.Match(line, "^ {0,3}(`{3,})([^`]*)$");
            if (fence is null && run.Success)
            {
                fence = run.Groups[1].Value;
            }
            else if (fence is not null && run.Success && run.Groups[1].Length >= fence.Length && string.IsNullOrWhiteSpace(run.Groups[2].Value))
            {
                fence = null;
            }
            else if (fence is null && line.Length > 0)
            {
                outside.Add(line);
            }
        }

        return outside;
    }
}
