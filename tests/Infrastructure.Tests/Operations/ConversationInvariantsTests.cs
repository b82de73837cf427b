using Microsoft.EntityFrameworkCore;
using Webox.Application.Conversations;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Operations;

public sealed class ConversationInvariantsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_ordinary_conversation_breaks_none(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);

        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory]
    [InlineData("C1", "UPDATE messages SET customer_id = '00000000-0000-7000-8000-000000000009' WHERE number = 1")]
    [InlineData("C1", "UPDATE generations SET customer_id = '00000000-0000-7000-8000-000000000009'")]
    [InlineData("C2", "UPDATE messages SET number = 9 WHERE number = 1")]
    [InlineData("C2", "UPDATE messages SET number = 9 WHERE number = 5")]
    [InlineData("C3", "UPDATE messages SET number = 9 WHERE number = 2")]
    [InlineData("C3", "DELETE FROM messages WHERE number = 3")]
    public async Task A_broken_row_is_found(string invariant, string damage)
    {
        await using var webox = await OpenAsync(DatabaseKind.Sqlite);
        await using (var db = webox.OpenDb())
        {
            Assert.NotEqual(0, await ((DbContext)db).Database.ExecuteSqlRawAsync(damage));
        }

        Assert.Contains(await webox.BrokenInvariantsAsync(), broken => broken.StartsWith(invariant, StringComparison.Ordinal));
    }

    /// <summary>Instructions, then two messages with an answer each.</summary>
    private static async Task<TestWebox> OpenAsync(DatabaseKind kind)
    {
        var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 100);
        var hello = new MessageRequest(null, "Bonjour", [], "Sois bref.", null, 256, []);
        var sent = await webox.RunAsync<SendMessage, SentMessage>(ada, send => send.ExecuteAsync(hello, "k1", default));
        await webox.RunAsync<SendMessage, SentMessage>(
            ada, send => send.ExecuteAsync(hello with { Conversation = sent.Conversation.Id }, "k2", default));
        return webox;
    }
}
