using Microsoft.EntityFrameworkCore;
using Webox.Application.Mail;
using Webox.Domain.Mail;
using Webox.TestSupport;

namespace Webox.Application.Tests.Mail;

public sealed class SendMailsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task However_many_nodes_send_at_once_each_mail_goes_out_once(DatabaseKind kind)
    {
        var (webox, postbox) = await Postbox.OpenAsync(kind);
        await using var _ = webox;
        var ada = await webox.GivenCustomerAsync();
        await GivenMailsAsync(webox, 30);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            while (await webox.RunAsync<SendMails, int>(null, send => send.ExecuteAsync(default)) > 0)
            {
                // Until nothing is due.
            }
        }));

        Assert.Equal(30, postbox.Messages.Count);
        Assert.Equal(30, postbox.Messages.DistinctBy(message => message.Id).Count());
        Assert.All(await ReadAsync(webox), mail => Assert.Equal((1, MailOutcome.Sent, null), (mail.Attempts, mail.Outcome, mail.Recipient)));

        async Task GivenMailsAsync(TestWebox shop, int count)
        {
            await using var db = shop.OpenDb();
            db.OutgoingMails.AddRange(Enumerable.Range(0, count).Select(_ => OutgoingMail.To(ada.Email, MailKind.PasswordChanged, shop.Clock.GetUtcNow(), ada.Id)));
            await db.SaveChangesAsync(default);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_mail_that_was_not_taken_is_tried_later_and_later_and_then_given_up(DatabaseKind kind)
    {
        var (webox, postbox) = await Postbox.OpenAsync(kind);
        await using var _ = webox;
        await GivenMailAsync(webox);
        postbox.Failure = () => new EmailNotSentException("away");
        List<TimeSpan> waits = [];

        for (var attempt = 1; attempt <= OutgoingMail.AttemptsMax; attempt++)
        {
            await webox.DeliverAsync();
            var mail = (await ReadAsync(webox)).Single();
            Assert.Equal(attempt, mail.Attempts);
            waits.Add(mail.DueAt - webox.Clock.GetUtcNow());
            await webox.DeliverAsync();
            Assert.Equal(attempt, (await ReadAsync(webox)).Single().Attempts);
            webox.Clock.Advance(waits[^1] > TimeSpan.Zero ? waits[^1] : TimeSpan.Zero);
        }

        Assert.Equal([30, 60, 120, 240], waits.Take(4).Select(wait => (int)wait.TotalSeconds));
        Assert.Equal((MailOutcome.Failed, null), (await ReadAsync(webox)).Select(mail => (mail.Outcome, mail.Recipient)).Single());
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_good_is_not_tried_again()
    {
        var (webox, postbox) = await Postbox.OpenAsync(DatabaseKind.Sqlite);
        await using var _ = webox;
        await GivenMailAsync(webox);
        postbox.Failure = () => new EmailRefusedException("unknown");

        await webox.DeliverAsync();
        webox.Clock.Advance(TimeSpan.FromDays(10));
        await webox.DeliverAsync();

        Assert.Equal((1, MailOutcome.Failed), (await ReadAsync(webox)).Select(mail => (mail.Attempts, mail.Outcome)).Single());
    }

    [Fact]
    public async Task A_mail_whose_sender_died_is_sent_by_the_next_after_a_while()
    {
        var (webox, postbox) = await Postbox.OpenAsync(DatabaseKind.Sqlite);
        await using var _ = webox;
        await GivenMailAsync(webox);
        postbox.Failure = () => new InvalidOperationException("the node died");
        await Assert.ThrowsAsync<InvalidOperationException>(() => webox.DeliverAsync());
        postbox.Failure = null;

        await webox.DeliverAsync();
        Assert.Empty(postbox.Messages);
        webox.Clock.Advance(SendMails.ClaimTime);
        await webox.DeliverAsync();

        Assert.Single(postbox.Messages);
    }

    [Fact]
    public async Task Old_mails_are_forgotten_and_waiting_ones_are_not()
    {
        var (webox, _) = await Postbox.OpenAsync(DatabaseKind.Sqlite);
        await using var __ = webox;
        await GivenMailAsync(webox);
        await webox.DeliverAsync();
        webox.Clock.Advance(ForgetMails.KeptFor + TimeSpan.FromSeconds(1));
        await GivenMailAsync(webox, "bob@example.com");

        await webox.RunAsync<ForgetMails, int>(null, forget => forget.ExecuteAsync(default));

        Assert.Equal(["bob@example.com"], (await ReadAsync(webox)).Select(mail => mail.Recipient));
    }

    private static async Task GivenMailAsync(TestWebox webox, string email = "ada@example.com")
    {
        var customer = await webox.GivenCustomerAsync(email);
        await using var db = webox.OpenDb();
        db.OutgoingMails.Add(OutgoingMail.To(email, MailKind.PasswordChanged, webox.Clock.GetUtcNow(), customer.Id));
        await db.SaveChangesAsync(default);
    }

    private static async Task<List<OutgoingMail>> ReadAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        return await db.OutgoingMails.AsNoTracking().ToListAsync();
    }
}
