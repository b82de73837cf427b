using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Webox.Domain.Mail;

namespace Webox.Application.Mail;

/// <summary>
/// Sends what is due. Every mail is claimed first, by one conditional update, so two nodes never send the same one; a node that dies
/// halfway leaves it to the next after <see cref="ClaimTime"/>.
/// </summary>
public sealed partial class SendMails(IWeboxDb db, MailComposer composer, IEmailSender sender, TimeProvider clock, ILogger<SendMails> log)
{
    /// <summary>Longer than the longest attempt.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(5);

    private const int BatchSize = 20;

    /// <returns>How many were due: 0 when there is nothing left to do now.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.OutgoingMails.AsNoTracking()
            .Where(mail => mail.DoneAt == null && mail.DueAt <= now)
            .OrderBy(mail => mail.DueAt).Take(BatchSize).ToListAsync(cancellationToken);
        foreach (var mail in due)
        {
            await TryAsync(mail, cancellationToken);
        }

        return due.Count;
    }

    private async Task TryAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var attempt = mail.Attempts + 1;
        var claimedUntil = clock.GetUtcNow() + ClaimTime;
        var claimed = await db.OutgoingMails
            .Where(m => m.Id == mail.Id && m.Attempts == mail.Attempts && m.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, attempt).SetProperty(m => m.DueAt, claimedUntil), cancellationToken);
        if (claimed == 0)
        {
            return;
        }

        try
        {
            var message = await composer.ComposeAsync(mail, cancellationToken);
            if (message is not null)
            {
                await sender.SendAsync(message, cancellationToken);
            }

            await EndAsync(mail, attempt, message is null ? MailOutcome.Needless : MailOutcome.Sent);
        }
        catch (EmailRefusedException refusal)
        {
            Log.Refused(log, refusal, mail.Id, mail.Kind);
            await EndAsync(mail, attempt, MailOutcome.Failed);
        }
        catch (EmailNotSentException failure)
        {
            Log.NotSent(log, failure, mail.Id, mail.Kind, attempt);
            await (attempt >= OutgoingMail.AttemptsMax ? EndAsync(mail, attempt, MailOutcome.Failed) : WaitAsync(mail, attempt));
        }
    }

    // A shutdown must not make a mail that went out look as if it had not.
    private Task<int> EndAsync(OutgoingMail mail, int attempt, MailOutcome outcome)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.OutgoingMails.Where(m => m.Id == mail.Id && m.Attempts == attempt).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.DoneAt, now).SetProperty(m => m.Outcome, outcome).SetProperty(m => m.Recipient, (string?)null),
            CancellationToken.None);
    }

    private Task<int> WaitAsync(OutgoingMail mail, int attempt)
    {
        var due = clock.GetUtcNow() + OutgoingMail.WaitAfter(attempt);
        return db.OutgoingMails.Where(m => m.Id == mail.Id && m.Attempts == attempt)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, due), CancellationToken.None);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Mail {MailId} ({Kind}) was refused for good")]
        public static partial void Refused(ILogger log, Exception refusal, Guid mailId, MailKind kind);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {MailId} ({Kind}) was not sent by attempt {Attempt}; it is tried again")]
        public static partial void NotSent(ILogger log, Exception failure, Guid mailId, MailKind kind, int attempt);
    }
}
