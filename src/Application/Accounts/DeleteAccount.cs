using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Application.Generations;
using Webox.Domain.Accounts;
using Webox.Domain.Auditing;
using Webox.Domain.Customers;
using Webox.Domain.Mail;
using Webox.Domain.Payments;

namespace Webox.Application.Accounts;

/// <summary>
/// Deletes the account of whoever proves to have it, and erases the person. Orders, invoices, payments and credit entries stay under the
/// customer's bare id, because the law asks for them. What is unpaid or runs is canceled. Everything happens or nothing does.
/// </summary>
public sealed class DeleteAccount(
    IWeboxDb db,
    IPasswords passwords,
    IAccounts accounts,
    IAdmins admins,
    ErasePerson erasePerson,
    IAccessRevocations revocations,
    IRunningGenerations running,
    IUnusedArtifacts unused,
    IChangeFeed changes,
    ICurrentCustomer current,
    TimeProvider clock)
{
    /// <summary>Longer than a session that is being started or refreshed at this moment takes.</summary>
    private static readonly TimeSpan Issuing = TimeSpan.FromMinutes(1);

    /// <param name="twoFactorCode">Six digits or a recovery code, when two-factor is on.</param>
    /// <exception cref="TwoFactorRequiredException">Nothing is changed.</exception>
    /// <exception cref="InvalidCredentialsException">Password or code is wrong. Nothing is changed.</exception>
    /// <exception cref="TooManyAttemptsException">Nothing is changed.</exception>
    /// <exception cref="PaymentUndecidedException">Nothing is changed.</exception>
    /// <exception cref="LastAdminException">Nothing is changed.</exception>
    public async Task ExecuteAsync(string password, string? twoFactorCode, CancellationToken cancellationToken)
    {
        var id = current.Require();
        var isTwoFactor = await accounts.FindStateAsync(id, cancellationToken) is { IsTwoFactorEnabled: true };
        if (isTwoFactor && string.IsNullOrWhiteSpace(twoFactorCode))
        {
            throw new TwoFactorRequiredException();
        }

        await passwords.RequireAsync(id, password, isTwoFactor ? twoFactorCode : null, cancellationToken);
        var erased = await db.InTransactionAsync(() => DeleteAsync(id, cancellationToken), cancellationToken);

        // It is done: whoever hangs up now must not keep a file or a connection alive.
        await revocations.ApplyAsync(CancellationToken.None);
        changes.Signal();
        foreach (var generation in erased.Stopped)
        {
            running.Cancel(generation);
        }

        foreach (var file in erased.Files)
        {
            await unused.DeleteAsync(file, CancellationToken.None);
        }
    }

    private async Task<Erased> DeleteAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var customer = await db.Customers.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        if (customer.Role is Role.Admin && !await admins.HasOtherAsync(id, cancellationToken))
        {
            throw new LastAdminException();
        }

        DateTimeOffset? deletedAt = now;
        var isFirst = await db.Customers.Where(c => c.Id == id && c.DeletedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.DeletedAt, deletedAt), cancellationToken) == 1;
        if (!isFirst)
        {
            return Erased.Nothing;
        }

        var erased = await erasePerson.ExecuteAsync(id, cancellationToken);

        // After its unpaid orders are closed, so that no payment begins behind our back.
        if (await HasMoneyUnderWayAsync(id, cancellationToken))
        {
            throw new PaymentUndecidedException();
        }

        await revocations.RevokeAsync(id, now + Issuing, cancellationToken);
        db.AuditEntries.Add(AuditEntry.Of(id, "account.deleted", id.Value.ToString(), now));
        db.OutgoingMails.Add(OutgoingMail.To(customer.Email, MailKind.AccountDeleted, now, id));
        await db.SaveChangesAsync(cancellationToken);
        return erased;
    }

    private async Task<bool> HasMoneyUnderWayAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var orders = db.Orders.Where(order => order.CustomerId == id);
        return await db.Payments.AnyAsync(
                payment => (payment.Status == PaymentStatus.Processing || payment.Status == PaymentStatus.RequiresCapture)
                    && orders.Any(order => order.Id == payment.OrderId),
                cancellationToken)
            || await db.Refunds.AnyAsync(
                refund => refund.Status == RefundStatus.Pending && orders.Any(order => order.Id == refund.OrderId), cancellationToken);
    }
}
