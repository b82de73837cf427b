using Microsoft.EntityFrameworkCore;
using Webox.Application.Conversations;
using Webox.Domain;
using Webox.Domain.Conversations;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Application.Tests.Conversations;

public sealed class ChangeConversationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_tag_is_kept_and_what_is_left_out_stays(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var id = (await webox.SendAsync(ada, ConversationStage.Hello)).Conversation.Id;

        await webox.RunAsync<UpdateConversation>(ada, update => update.ExecuteAsync(id, null, "Travail", null, ["un", "deux"], default));
        await webox.RunAsync<UpdateConversation>(ada, update => update.ExecuteAsync(id, null, null, true, ["un", "deux", "trois"], default));

        await using var db = webox.OpenDb();
        var conversation = await db.Conversations.AsNoTracking().SingleAsync();
        Assert.Equal(("Bonjour", "Travail", true), (conversation.Title, conversation.Folder, conversation.Favorite));
        Assert.Equal(["un", "deux", "trois"], conversation.Tags);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_moves_nothing_to_the_front(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var first = (await webox.SendAsync(ada, ConversationStage.Hello)).Conversation;
        var second = (await webox.SendAsync(ada, ConversationStage.Hello)).Conversation;

        await webox.RunAsync<UpdateConversation>(ada, update => update.ExecuteAsync(first.Id, "Autre", null, null, null, default));
        Assert.Equal([second.Id, first.Id], await LastUsedFirstAsync(webox));
        await webox.SendAsync(ada, ConversationStage.Hello with { Conversation = first.Id });

        Assert.Equal([first.Id, second.Id], await LastUsedFirstAsync(webox));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Somebody_elses_is_neither_changed_nor_deleted(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var eve = await webox.GivenCustomerAsync("eve@example.com");
        var sent = await webox.SendAsync(ada, ConversationStage.Hello);

        await Assert.ThrowsAsync<ConversationNotFoundException>(() => webox.RunAsync<UpdateConversation>(
            eve, update => update.ExecuteAsync(sent.Conversation.Id, "Volé", null, null, null, default)));
        await Assert.ThrowsAsync<ConversationNotFoundException>(() => webox.RunAsync<DeleteConversation>(
            eve, delete => delete.ExecuteAsync(sent.Conversation.Id, default)));

        await using var db = webox.OpenDb();
        Assert.Equal("Bonjour", (await db.Conversations.AsNoTracking().SingleAsync()).Title);
        Assert.Equal(GenerationStatus.Queued, (await webox.GenerationOfAsync(sent.Replies[0])).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deleted_conversation_takes_its_messages_along_and_stops_what_is_written(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var sent = await webox.SendAsync(ada, ConversationStage.Hello);
        var kept = await webox.SendAsync(ada, ConversationStage.Hello);

        await webox.RunAsync<DeleteConversation>(ada, delete => delete.ExecuteAsync(sent.Conversation.Id, default));

        var held = (await webox.GenerationOfAsync(kept.Replies[0])).CreditsHeld;
        Assert.Equal($"1 2 2, {1000 - held} + {held}", await webox.CountsAsync(ada));
        Assert.Equal((GenerationStatus.Canceled, 0), await StateAsync());
        Assert.Equal(GenerationStatus.Queued, (await webox.GenerationOfAsync(kept.Replies[0])).Status);
        await Assert.ThrowsAsync<ConversationNotFoundException>(() => webox.RunAsync<DeleteConversation>(
            ada, delete => delete.ExecuteAsync(sent.Conversation.Id, default)));

        async Task<(GenerationStatus, int?)> StateAsync()
        {
            var generation = await webox.GenerationOfAsync(sent.Replies[0]);
            return (generation.Status, generation.Credits);
        }
    }

    private static async Task<List<ConversationId>> LastUsedFirstAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        return await db.Conversations.OrderByDescending(c => c.LastUsed).Select(c => c.Id).ToListAsync();
    }
}
