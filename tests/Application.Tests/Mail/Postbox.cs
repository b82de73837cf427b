using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Mail;
using Webox.TestSupport;

namespace Webox.Application.Tests.Mail;

/// <summary>Where mails go in tests: it keeps them, or fails as it is told to.</summary>
internal sealed class Postbox : IEmailSender
{
    public ConcurrentQueue<EmailMessage> Messages { get; } = [];

    /// <summary>What becomes of the next mails. Null: they arrive.</summary>
    public Func<Exception>? Failure { get; set; }

    public static async Task<(TestWebox Webox, Postbox Postbox)> OpenAsync(DatabaseKind kind, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var postbox = new Postbox();
        return (await TestWebox.OpenAsync(kind, settings, services => services.AddSingleton<IEmailSender>(postbox)), postbox);
    }

    public Task SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        if (Failure is { } fail)
        {
            throw fail();
        }

        Messages.Enqueue(message);
        return Task.CompletedTask;
    }
}

internal static class MailRuns
{
    /// <summary>What the background does when its moment has come.</summary>
    public static async Task DeliverAsync(this TestWebox webox)
    {
        await webox.RunAsync<QueueOrderMails, int>(null, queue => queue.ExecuteAsync(default));
        await webox.RunAsync<SendMails, int>(null, send => send.ExecuteAsync(default));
    }
}
