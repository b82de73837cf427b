using Microsoft.EntityFrameworkCore;
using Webox.Domain.Mail;
using Webox.Domain.Orders;

namespace Webox.Application.Mail;

/// <summary>
/// Writes to whoever paid an order. It looks for paid orders that nobody wrote to, instead of hearing of them, so none is forgotten;
/// a unique index lets two nodes find the same one.
/// </summary>
public sealed class QueueOrderMails(IWeboxDb db, TimeProvider clock)
{
    /// <summary>Orders that were paid before that get no mail any more.</summary>
    public static readonly TimeSpan Lateness = TimeSpan.FromDays(3);

    private const int BatchSize = 100;

    /// <returns>How many mails were queued.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        // Mostly there is none: then nobody who writes has to wait for this.
        return await Unwritten().AnyAsync(cancellationToken)
            ? await db.InTransactionOrAfterRivalAsync(() => QueueAsync(cancellationToken), cancellationToken)
            : 0;
    }

    private async Task<int> QueueAsync(CancellationToken cancellationToken)
    {
        var paid = await Unwritten().OrderBy(order => order.PaidAt).Take(BatchSize)
            .Select(order => new { order.Id, order.Email, order.CustomerId }).ToListAsync(cancellationToken);
        db.OutgoingMails.AddRange(
            paid.Select(order => OutgoingMail.To(order.Email, MailKind.OrderPaid, clock.GetUtcNow(), order.CustomerId, order.Id)));
        return await db.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<Order> Unwritten()
    {
        var since = clock.GetUtcNow() - Lateness;
        return db.Orders.AsNoTracking()
            .Where(order => order.PaidAt >= since && !db.OutgoingMails.Any(mail => mail.OrderId == order.Id && mail.Kind == MailKind.OrderPaid));
    }
}
