using Microsoft.EntityFrameworkCore;
using Webox.Application.Conversations;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Application.Tests.Conversations;

public sealed class ConversationSearchTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Words_of_titles_and_of_both_sides_are_found_without_regard_to_case_and_accents(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var sea = await webox.GivenSaidAsync(ada, ConversationStage.Hello with { Text = "Un poème sur la mer" }, "Les VAGUES s'élèvent");
        await webox.GivenSaidAsync(ada, ConversationStage.Hello with { Text = "Autre chose" }, "Rien");
        await webox.RunAsync<UpdateConversation>(ada, update => update.ExecuteAsync(sea.Conversation.Id, "Écume", null, null, ["été"], default));

        foreach (var search in new[] { "POEME", "vagues eleve", "ecume", "Ete", "mer vagues écume" })
        {
            Assert.Equal(["Écume"], await FindAsync(webox, ada, search));
        }

        Assert.Empty(await FindAsync(webox, ada, "mer rien"));
        Assert.Equal(["Autre chose", "Écume"], await FindAsync(webox, ada, " "));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Wildcards_are_letters_like_any_other(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        await webox.GivenSaidAsync(ada, ConversationStage.Hello with { Text = "Titre un" }, "100% sûr");
        await webox.GivenSaidAsync(ada, ConversationStage.Hello with { Text = @"C:\a_b" }, "Rien");

        Assert.Equal(["Titre un"], await FindAsync(webox, ada, "%"));
        Assert.Equal([@"C:\a_b"], await FindAsync(webox, ada, "_"));
        Assert.Equal([@"C:\a_b"], await FindAsync(webox, ada, @"\"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_answer_is_found_once_it_is_finished(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var sent = await webox.SendAsync(ada, ConversationStage.Hello);

        Assert.Empty(await FindAsync(webox, ada, "ornithorynque"));
        await webox.AnswerAsync(sent.Replies[0], "Un ornithor", GenerationStatus.Canceled);

        Assert.Equal(["Bonjour"], await FindAsync(webox, ada, "ornithor"));
        Assert.Equal(0, await webox.RunAsync<IndexReplies, int>(ada, index => index.ExecuteAsync(default)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_of_somebody_else_is_found(DatabaseKind kind)
    {
        await using var webox = await ConversationStage.OpenAsync(kind);
        var ada = await webox.GivenRichCustomerAsync();
        var eve = await webox.GivenRichCustomerAsync("eve@example.com");
        await webox.GivenSaidAsync(ada, ConversationStage.Hello, "secret");

        Assert.Empty(await FindAsync(webox, eve, "secret"));
        Assert.Empty(await FindAsync(webox, eve, ""));
    }

    private static async Task<List<string>> FindAsync(TestWebox webox, Customer customer, string search)
    {
        await webox.RunAsync<IndexReplies>(customer, index => index.ExecuteAsync(default));
        await using var db = webox.OpenDb();
        return await db.Conversations.OwnedBy(customer.Id).Matching(db.Messages.Where(m => m.CustomerId == customer.Id), search)
            .OrderByDescending(c => c.LastUsed).Select(c => c.Title).ToListAsync();
    }
}
