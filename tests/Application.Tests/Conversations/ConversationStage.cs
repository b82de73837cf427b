using Microsoft.EntityFrameworkCore;
using Webox.Application.Conversations;
using Webox.Domain.Conversations;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Application.Tests.Conversations;

/// <summary>What tests of conversations do.</summary>
internal static class ConversationStage
{
    public static readonly MessageRequest Hello = new(null, "Bonjour", [], null, null, 1024, []);

    /// <summary>An installation that offers four text models, of which <c>openai-compatible/b</c> to <c>d</c> have no window.</summary>
    public static Task<TestWebox> OpenAsync(DatabaseKind kind) => TestWebox.OpenAsync(kind, new Dictionary<string, string?>
    {
        ["WEBOX_OPENAI_COMPATIBLE_BASE_URL"] = "http://127.0.0.1:9/v1",
        ["WEBOX_OPENAI_COMPATIBLE_MODELS"] = "b,c,d,e",
    });

    public static async Task<Customer> GivenRichCustomerAsync(this TestWebox webox, string email = "ada@example.com", int credits = 1000)
    {
        var customer = await webox.GivenCustomerAsync(email);
        await webox.GiveCreditsAsync(customer, credits);
        return customer;
    }

    public static Task<SentMessage> SendAsync(this TestWebox webox, Customer customer, MessageRequest request, string? key = null)
    {
        // Each in a moment of its own, or "last used" would be anybody's guess.
        webox.Clock.Advance(TimeSpan.FromMilliseconds(1));
        return webox.RunAsync<SendMessage, SentMessage>(customer, send => send.ExecuteAsync(request, key ?? $"{Guid.CreateVersion7()}", default));
    }

    /// <summary>A finished exchange.</summary>
    public static async Task<SentMessage> GivenSaidAsync(this TestWebox webox, Customer customer, MessageRequest request, params string[] answers)
    {
        var sent = await webox.SendAsync(customer, request);
        foreach (var (reply, answer) in sent.Replies.Zip(answers))
        {
            await webox.AnswerAsync(reply, answer);
        }

        return sent;
    }

    public static async Task AnswerAsync(
        this TestWebox webox, Message reply, string text, GenerationStatus status = GenerationStatus.Succeeded)
    {
        await using var db = webox.OpenDb();
        await db.Generations.Where(g => g.Id == reply.GenerationId).ExecuteUpdateAsync(set => set
            .SetProperty(g => g.Status, status).SetProperty(g => g.Text, text).SetProperty(g => g.Credits, 0).SetProperty(g => g.FinishedAt, webox.Clock.GetUtcNow()));
    }

    public static Task<Generation> GenerationOfAsync(this TestWebox webox, Message reply) => webox.ReadAsync(reply.GenerationId!.Value);

    /// <summary>Rows of conversations, messages and generations, and what is on the account.</summary>
    public static async Task<string> CountsAsync(this TestWebox webox, Customer customer)
    {
        await using var db = webox.OpenDb();
        var (available, reserved, _) = await webox.BalanceAsync(customer);
        return $"{await db.Conversations.CountAsync()} {await db.Messages.CountAsync()} {await db.Generations.CountAsync()}, {available} + {reserved}";
    }

    /// <summary>Everything said, oldest first: <c>System: …</c>.</summary>
    public static async Task<List<string>> MessagesAsync(this TestWebox webox, Conversation conversation)
    {
        await using var db = webox.OpenDb();
        return await db.Messages.Where(m => m.ConversationId == conversation.Id).OrderBy(m => m.Number)
            .Select(m => $"{m.Number} {m.Role}: {m.Text}").ToListAsync();
    }
}
