using Microsoft.EntityFrameworkCore;

namespace Webox.Application.Mail;

/// <summary>Deletes what mails that are done, and links that have expired, leave behind.</summary>
public sealed class ForgetMails(IWeboxDb db, TimeProvider clock)
{
    /// <summary>Longer than <see cref="QueueOrderMails.Lateness"/>: the row is what says that somebody was written to.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <returns>How many rows were deleted.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - KeptFor;
        return await db.OutgoingMails.Where(mail => mail.DoneAt < before).ExecuteDeleteAsync(cancellationToken)
            + await db.EmailTokens.Where(token => token.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
