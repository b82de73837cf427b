using Microsoft.EntityFrameworkCore;
using Webox.Application.Credits;
using Webox.Application.Generations;
using Webox.Application.Orders;
using Webox.Application.Reviews;
using Webox.Domain.Carts;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Domain.Mail;

namespace Webox.Application.Accounts;

/// <summary>
/// Takes away everything that says who a customer is and what they wrote. What the books need stays: orders with their addresses, invoices,
/// payments, credit entries, and the numbers of generations. Inside the caller's transaction, and harmless when repeated.
/// </summary>
public sealed class ErasePerson(
    IWeboxDb db, IAccountChanges changes, ISessions sessions, ICreditLedger ledger, EraseGenerations eraseGenerations, EraseReviews eraseReviews,
    CancelUnpaidOrders cancelUnpaidOrders)
{
    /// <returns>What is to be done once it is committed.</returns>
    public async Task<Erased> ExecuteAsync(CustomerId id, CancellationToken cancellationToken)
    {
        await changes.DeleteAsync(id, cancellationToken);
        await sessions.EndAllAsync(id, cancellationToken);
        await db.EmailTokens.Where(token => token.CustomerId == id).ExecuteDeleteAsync(cancellationToken);
        await ForgetMailsAsync(id, cancellationToken);
        await ForgetNameAsync(id, cancellationToken);

        // Messages name generations and uploads, so they go first.
        await db.Conversations.Where(conversation => conversation.CustomerId == id).ExecuteDeleteAsync(cancellationToken);
        var erased = await eraseGenerations.ExecuteAsync(id, cancellationToken);
        var uploads = await db.Uploads.Where(upload => upload.CustomerId == id).Select(upload => upload.Sha256).ToListAsync(cancellationToken);
        await db.Uploads.Where(upload => upload.CustomerId == id).ExecuteDeleteAsync(cancellationToken);

        await db.Prompts.Where(prompt => prompt.CustomerId == id).ExecuteDeleteAsync(cancellationToken);
        await db.PromptFavorites.Where(favorite => favorite.CustomerId == id).ExecuteDeleteAsync(cancellationToken);
        await db.WishlistItems.Where(item => item.CustomerId == id).ExecuteDeleteAsync(cancellationToken);
        await db.CustomerRecords.Where(record => record.CustomerId == id).ExecuteDeleteAsync(cancellationToken);
        await eraseReviews.ExecuteAsync(id, cancellationToken);
        await EraseCartsAsync(id, cancellationToken);

        await db.CreditAccounts.Where(account => account.CustomerId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.MonthlyLimit, (int?)null), cancellationToken);
        await ledger.ForfeitAsync(id, cancellationToken);
        await cancelUnpaidOrders.ExecuteAsync(id, cancellationToken);
        await db.Activities.Where(activity => activity.CustomerId == id).ExecuteDeleteAsync(cancellationToken);
        return erased with { Files = [.. erased.Files.Union(uploads, StringComparer.Ordinal)] };
    }

    private async Task ForgetMailsAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var email = await db.Customers.Where(customer => customer.Id == id).Select(customer => customer.Email).SingleAsync(cancellationToken);
        await db.OutgoingMails.Where(mail => mail.CustomerId == id && mail.Kind != MailKind.AccountDeleted).ExecuteDeleteAsync(cancellationToken);

        // One that spells the address otherwise is found to be needless when it is due.
        await db.OutgoingMails.Where(mail => mail.DoneAt == null && mail.CustomerId == null && mail.Recipient == email).ExecuteDeleteAsync(cancellationToken);
    }

    private Task<int> ForgetNameAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var email = Customer.ErasedEmailOf(id);
        return db.Customers.Where(customer => customer.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(customer => customer.Email, email)
                .SetProperty(customer => customer.Name, Customer.ErasedName)
                .SetProperty(customer => customer.SearchText, "")
                .SetProperty(customer => customer.Role, Role.Customer),
            cancellationToken);
    }

    // The cart of an order is named by it; the order has its own copy of everything.
    private async Task EraseCartsAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var carts = db.Carts.Where(cart => cart.CustomerId == id);
        await carts.Where(cart => cart.Status != CartStatus.Ordered).ExecuteDeleteAsync(cancellationToken);
        await carts.ExecuteUpdateAsync(
            set => set
                .SetProperty(cart => cart.Email, (string?)null)
                .SetProperty(cart => cart.BillingAddress, (Domain.Address?)null)
                .SetProperty(cart => cart.ShippingAddress, (Domain.Address?)null),
            cancellationToken);
    }
}

/// <summary>What an erasure leaves to be done after its commit.</summary>
/// <param name="Files">Hashes of files that this customer no longer names.</param>
/// <param name="Stopped">Generations that may still run somewhere; what they write misses their row.</param>
public sealed record Erased(IReadOnlyList<string> Files, IReadOnlyList<GenerationId> Stopped)
{
    public static readonly Erased Nothing = new([], []);
}
