using Microsoft.EntityFrameworkCore;
using Webox.Application.Conversations;
using Webox.Application.Generations;
using Webox.Domain;
using Webox.Domain.Conversations;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Domain.Uploads;
using Webox.TestSupport;

namespace Webox.Application.Tests.Conversations;

public sealed class SendMessageTests
{
    private static MessageRequest Hello => ConversationStage.Hello;

    private static MessageRequest ToTwo => Hello with { Models = ["sandbox/text", "openai-compatible/b"] };

    [Theory, OnSqlite, OnPostgres]
    public async Task A_first_message_starts_a_conversation_with_an_answer_of_each_model(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();

        var sent = await webox.SendAsync(ada, ToTwo);

        Assert.Equal(("Bonjour", "Général", ada.Id), (sent.Conversation.Title, sent.Conversation.Folder, sent.Conversation.CustomerId));
        Assert.Equal(["1 User: Bonjour", "2 Assistant: ", "3 Assistant: "], await webox.MessagesAsync(sent.Conversation));
        var (first, second) = (await webox.GenerationOfAsync(sent.Replies[0]), await webox.GenerationOfAsync(sent.Replies[1]));
        Assert.Equal(("sandbox/text", "openai-compatible/b"), (first.Model, second.Model));
        Assert.Equal((GenerationStatus.Queued, "Bonjour", null), (first.Status, first.Prompt, first.Context));
        Assert.Equal(first.CreditsHeld + second.CreditsHeld, (await webox.BalanceAsync(ada)).Reserved);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_model_is_given_what_was_said_before(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var first = await webox.GivenSaidAsync(ada, ToTwo with { SystemPrompt = "Sois bref." }, "de A", "de B");

        var second = await webox.SendAsync(ada, ToTwo with { Conversation = first.Conversation.Id, Text = "Et encore ?", Models = ["openai-compatible/b", "openai-compatible/c"] });

        var (b, c) = (await webox.GenerationOfAsync(second.Replies[0]), await webox.GenerationOfAsync(second.Replies[1]));
        Assert.Equal(["Bonjour", "de B"], b.Context!.Turns.Select(turn => turn.Text));
        Assert.Equal(["Bonjour", "de A"], c.Context!.Turns.Select(turn => turn.Text));
        Assert.Equal(("Sois bref.", "Et encore ?"), (b.Options.SystemPrompt, b.Prompt));
        Assert.Equal(
            ["1 System: Sois bref.", "2 User: Bonjour", "3 Assistant: ", "4 Assistant: ", "5 User: Et encore ?", "6 Assistant: ", "7 Assistant: "],
            await webox.MessagesAsync(first.Conversation));

        // Four bytes of history at least, with their frames, are part of what is held.
        var alone = await webox.GenerationOfAsync((await webox.SendAsync(ada, Hello with { Text = "Et encore ?", SystemPrompt = "Sois bref." })).Replies[0]);
        Assert.True(PromptSize.Of(b.Prompt, b.Options.SystemPrompt, b.Context).Tokens > PromptSize.Of(alone.Prompt, alone.Options.SystemPrompt, null).Tokens);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_answer_that_was_deleted_is_given_to_no_model(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var first = await webox.GivenSaidAsync(ada, ToTwo, "de A", "de B");
        await webox.RunAsync<DeleteGeneration>(ada, delete => delete.ExecuteAsync(first.Replies[1].GenerationId!.Value, default));

        var second = await webox.SendAsync(ada, ToTwo with { Conversation = first.Conversation.Id, Text = "Et encore ?" });

        var (a, b) = (await webox.GenerationOfAsync(second.Replies[0]), await webox.GenerationOfAsync(second.Replies[1]));
        Assert.Equal(["Bonjour", "de A"], a.Context!.Turns.Select(turn => turn.Text));
        Assert.Equal(["Bonjour", "de A"], b.Context!.Turns.Select(turn => turn.Text));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_generation_was_given_stays_when_the_conversation_goes(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var first = await webox.GivenSaidAsync(ada, Hello, "Salut");
        var second = await webox.GivenSaidAsync(ada, Hello with { Conversation = first.Conversation.Id, Text = "Encore" }, "Oui");

        await webox.RunAsync<DeleteConversation>(ada, delete => delete.ExecuteAsync(first.Conversation.Id, default));

        Assert.Equal(["Bonjour", "Salut"], (await webox.GenerationOfAsync(second.Replies[0])).Context!.Turns.Select(turn => turn.Text));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task New_instructions_hold_from_then_on_and_the_same_are_not_repeated(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var sent = await webox.GivenSaidAsync(ada, Hello with { SystemPrompt = "Un." }, "a");
        var there = Hello with { Conversation = sent.Conversation.Id };
        await webox.GivenSaidAsync(ada, there with { SystemPrompt = "Un." }, "b");
        await webox.GivenSaidAsync(ada, there with { SystemPrompt = "Deux." }, "c");

        var last = await webox.SendAsync(ada, there with { SystemPrompt = "  " });

        Assert.Equal(["1 System: Un.", "6 System: Deux."], (await webox.MessagesAsync(sent.Conversation)).Where(message => message.Contains("System", StringComparison.Ordinal)));
        Assert.Equal("Deux.", (await webox.GenerationOfAsync(last.Replies[0])).Options.SystemPrompt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_persona_speaks_before_ones_own_instructions(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();

        var sent = await webox.SendAsync(ada, Hello with { Persona = "tech", SystemPrompt = "En C#." });

        Assert.Equal(Personas.Find("tech")!.SystemPrompt + "\n\nEn C#.", (await webox.GenerationOfAsync(sent.Replies[0])).Options.SystemPrompt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_key_with_the_same_request_is_the_same_message_however_many_race(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => webox.RunAsync<SendMessage, SentMessage>(
            ada, send => send.ExecuteAsync(ToTwo, "k1", default))));
        var later = await webox.SendAsync(ada, ToTwo, "k1");

        Assert.Single(all.Append(later).Select(sent => (sent.Conversation.Id, sent.Message.Id, sent.Replies[0].Id, sent.Replies[1].Id)).Distinct());
        Assert.StartsWith("1 3 2,", await webox.CountsAsync(ada), StringComparison.Ordinal);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_key_with_another_request_is_refused_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var sent = await webox.SendAsync(ada, Hello, "k1");
        var before = await webox.CountsAsync(ada);

        foreach (var other in new[]
        {
            Hello with { Text = "Bonsoir" }, Hello with { Models = ["sandbox/text"] }, Hello with { SystemPrompt = "a" }, Hello with { Persona = "hr" },
            Hello with { OutputTokensMax = 10 }, Hello with { Conversation = sent.Conversation.Id },
        })
        {
            await Assert.ThrowsAsync<IdempotencyKeyReusedException>(() => webox.SendAsync(ada, other, "k1"));
        }

        Assert.Equal(before, await webox.CountsAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Messages_sent_at_once_to_one_conversation_come_one_after_the_other(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var conversation = (await webox.SendAsync(ada, Hello)).Conversation;

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => webox.RunAsync<SendMessage>(
            ada, send => send.ExecuteAsync(Hello with { Conversation = conversation.Id }, $"k{i}", default))));

        Assert.Equal(
            Enumerable.Range(1, 14).Select(i => $"{i} {(i % 2 == 1 ? "User: Bonjour" : "Assistant: ")}"), await webox.MessagesAsync(conversation));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Credits_are_held_for_every_model_or_for_none(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync(credits: 3);

        var refusal = await Assert.ThrowsAsync<InsufficientCreditsException>(() => webox.SendAsync(ada, ToTwo with { OutputTokensMax = 2000 }));
        var conversations = await webox.CountsAsync(ada);
        var one = await webox.SendAsync(ada, Hello with { Models = ["sandbox/text"], OutputTokensMax = 2000 });

        var held = (await webox.GenerationOfAsync(one.Replies[0])).CreditsHeld;
        Assert.Equal(3, refusal.Available);
        Assert.True(refusal.Required > 3 && refusal.Required > held);
        Assert.Equal("0 0 0, 3 + 0", conversations);
        Assert.Equal($"1 2 1, {3 - held} + {held}", await webox.CountsAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Somebody_elses_conversation_is_as_unknown_as_one_that_never_was(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var eve = await webox.GivenRichCustomerAsync("eve@example.com");
        var conversation = (await webox.SendAsync(ada, Hello)).Conversation;
        var before = await webox.CountsAsync(eve);

        foreach (var id in new[] { conversation.Id, ConversationId.From(Guid.CreateVersion7()) })
        {
            await Assert.ThrowsAsync<ConversationNotFoundException>(() => webox.SendAsync(eve, Hello with { Conversation = id }));
        }

        Assert.Equal(before, await webox.CountsAsync(eve));
    }

    public static TheoryData<string, MessageRequest, Type> Refused => new()
    {
        { "an unknown model", Hello with { Models = ["openai/gpt-99"] }, typeof(ModelNotAvailableException) },
        { "an image model", Hello with { Models = ["sandbox/image"] }, typeof(ModelNotAvailableException) },
        { "one model that is unknown among two", Hello with { Models = ["sandbox/text", "openai/gpt-4o"] }, typeof(ModelNotAvailableException) },
        { "one model twice", Hello with { Models = ["sandbox/text", "sandbox/text"] }, typeof(InvalidGenerationOptionException) },
        { "five models", Hello with { Models = ["sandbox/text", "openai-compatible/b", "openai-compatible/c", "openai-compatible/d", "openai-compatible/e"] }, typeof(InvalidGenerationOptionException) },
        { "an empty text", Hello with { Text = " " }, typeof(InvalidGenerationOptionException) },
        { "half a character", Hello with { Text = "a\ud83d" }, typeof(InvalidGenerationOptionException) },
        { "a text over 32 KiB", Hello with { Text = new string('é', 16 * 1024 + 1) }, typeof(PromptTooLongException) },
        { "instructions that make it too long", Hello with { Text = new string('a', 32 * 1024), SystemPrompt = "a" }, typeof(PromptTooLongException) },
        { "no output", Hello with { OutputTokensMax = 0 }, typeof(InvalidGenerationOptionException) },
        { "an unknown persona", Hello with { Persona = "pirate" }, typeof(PersonaNotFoundException) },
        { "an unknown attachment", Hello with { Attachments = [UploadId.From(Guid.CreateVersion7())] }, typeof(InvalidGenerationOptionException) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_a_model_cannot_do_is_refused_and_nothing_is_written(string what, MessageRequest request, Type refusal)
    {
        await using var webox = await ConversationStage.OpenAsync(DatabaseKind.Sqlite);
        var ada = await webox.GivenRichCustomerAsync();

        var thrown = await Assert.ThrowsAnyAsync<DomainException>(() => webox.SendAsync(ada, request));

        Assert.True(thrown.GetType() == refusal, what);
        Assert.Equal("0 0 0, 1000 + 0", await webox.CountsAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_customers_may_choose_the_same_key(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var bob = await webox.GivenRichCustomerAsync("bob@example.com");

        Assert.NotEqual((await webox.SendAsync(ada, Hello, "k1")).Message.Id, (await webox.SendAsync(bob, Hello, "k1")).Message.Id);
    }
}
