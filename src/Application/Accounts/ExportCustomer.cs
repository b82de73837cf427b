using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>
/// Writes everything that the shop keeps about a customer as one JSON document. It is written as it is read, however much there is. What
/// proves or protects (hashes, keys, the providers' secrets) is not in it, and files are in the export of generations.
/// </summary>
public sealed class ExportCustomer(
    IWeboxDb db, IAccounts accounts, ISessions sessions, ExportPurchases exportPurchases, ExportWritings exportWritings, TimeProvider clock)
{
    /// <param name="output">Written from its beginning to its end, and left open.</param>
    public async Task ExecuteAsync(CustomerId id, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, ExportPages.Writer);
        json.WriteStartObject();
        json.WriteString("exportedAt", clock.GetUtcNow());
        await WriteProfileAsync(json, id, cancellationToken);
        await exportPurchases.ExecuteAsync(json, id, cancellationToken);
        await exportWritings.ExecuteAsync(json, id, cancellationToken);
        await WriteTracesAsync(json, id, cancellationToken);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private async Task WriteProfileAsync(Utf8JsonWriter json, CustomerId id, CancellationToken cancellationToken)
    {
        var customer = await db.Customers.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        var account = await accounts.FindStateAsync(id, cancellationToken);
        var credits = await db.CreditAccounts.AsNoTracking().FirstOrDefaultAsync(a => a.CustomerId == id, cancellationToken);
        json.WriteValue("profile", new
        {
            Id = customer.Id.Value,
            customer.Email,
            customer.Name,
            customer.Role,
            customer.Language,
            customer.RegisteredAt,
            account?.IsEmailVerified,
            account?.IsTwoFactorEnabled,
        });
        json.WriteValue("credits", new { Available = credits?.Available ?? 0, Reserved = credits?.Reserved ?? 0, credits?.MonthlyLimit });
        json.WriteValue("sessions", await sessions.ListAsync(id, cancellationToken));
    }

    private async Task WriteTracesAsync(Utf8JsonWriter json, CustomerId id, CancellationToken cancellationToken)
    {
        await json.WriteListAsync(
            "mails",
            last => db.OutgoingMails.FromSql($"SELECT * FROM outgoing_mails WHERE id > {last}").Where(mail => mail.CustomerId == id).OrderBy(mail => mail.Id),
            mail => mail.Id,
            mail => new { mail.Kind, mail.CreatedAt, mail.DoneAt, mail.Outcome },
            cancellationToken);
        await json.WriteListAsync(
            "audit",
            last => db.AuditEntries.FromSql($"SELECT * FROM audit_entries WHERE id > {last}").Where(entry => entry.ActorId == id).OrderBy(entry => entry.Id),
            entry => entry.Id,
            entry => new { entry.At, entry.Action },
            cancellationToken);
        await json.WriteListAsync(
            "activities",
            0L,
            last => db.Activities.Where(activity => activity.CustomerId == id && activity.Sequence > last).OrderBy(activity => activity.Sequence),
            activity => activity.Sequence,
            page => Task.FromResult(page.Select(activity => (object)new { activity.Sequence, activity.At, activity.Kind, activity.SubjectId })),
            cancellationToken);
    }
}
