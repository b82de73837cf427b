using Microsoft.EntityFrameworkCore;
using Webox.Application.Invoices;
using Webox.Application.Payments;
using Webox.Domain.Accounts;
using Webox.Domain.Activities;
using Webox.Domain.Auditing;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Conversations;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Domain.Invoices;
using Webox.Domain.Mail;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.Domain.Promotions;
using Webox.Domain.Prompts;
using Webox.Domain.Reviews;
using Webox.Domain.Uploads;
using Webox.Domain.Wishlists;

namespace Webox.Application;

/// <summary>
/// The database, as use cases see it: one set per aggregate root, one way to save, one way to decide.
/// A loaded aggregate is always whole, because its parts are mapped to come with it.
/// </summary>
public interface IWeboxDb
{
    DbSet<Category> Categories { get; }

    DbSet<Product> Products { get; }

    DbSet<StockChange> StockChanges { get; }

    DbSet<Review> Reviews { get; }

    DbSet<WishlistItem> WishlistItems { get; }

    DbSet<Cart> Carts { get; }

    DbSet<Order> Orders { get; }

    DbSet<License> Licenses { get; }

    DbSet<PromoCode> PromoCodes { get; }

    /// <summary>Append-only.</summary>
    DbSet<Invoice> Invoices { get; }

    /// <summary>Append-only.</summary>
    DbSet<InvoiceDocument> InvoiceDocuments { get; }

    DbSet<Payment> Payments { get; }

    /// <summary>Append-only.</summary>
    DbSet<PaymentEvent> PaymentEvents { get; }

    /// <summary>Everything that payment providers said.</summary>
    DbSet<PaymentMessage> PaymentInbox { get; }

    DbSet<PaymentReference> PaymentReferences { get; }

    DbSet<Refund> Refunds { get; }

    DbSet<CustomerRecord> CustomerRecords { get; }

    DbSet<Customer> Customers { get; }

    DbSet<CreditAccount> CreditAccounts { get; }

    DbSet<CreditEntry> CreditEntries { get; }

    DbSet<Generation> Generations { get; }

    DbSet<Conversation> Conversations { get; }

    DbSet<Message> Messages { get; }

    DbSet<Prompt> Prompts { get; }

    DbSet<PromptFavorite> PromptFavorites { get; }

    DbSet<Upload> Uploads { get; }

    /// <summary>Append-only.</summary>
    DbSet<AuditEntry> AuditEntries { get; }

    DbSet<OutgoingMail> OutgoingMails { get; }

    DbSet<EmailToken> EmailTokens { get; }

    /// <summary>Written by the database itself.</summary>
    DbSet<Activity> Activities { get; }

    DbSet<ActivityFeed> ActivityFeeds { get; }

    /// <summary>Commits everything changed since the last save, in one transaction.</summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction, which commits when it returns and rolls back when it throws. On SQLite it
    /// takes the write lock at the start. Never call a provider inside. Inside another transaction it joins that one.
    /// When the database picks it as the victim of a deadlock, or it waited too long for a lock, it runs again, at most five times:
    /// load inside it what it changes. Nothing stays tracked after it.
    /// </summary>
    Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken);

    /// <summary>
    /// Like <see cref="InTransactionAsync{T}"/>, and runs <paramref name="work"/> again when a unique index or a foreign key refused it: someone
    /// else did the same, or took away what it refers to, at the same time, and <paramref name="work"/> finds that now. At most five times.
    /// </summary>
    Task<T> InTransactionOrAfterRivalAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken);
}

/// <summary>
/// Opens databases for readers that run beside each other, such as DataLoaders: one instance serves one operation at a time.
/// </summary>
public interface IWeboxDbFactory
{
    /// <summary>The caller disposes it.</summary>
    IWeboxDbSession Open();
}

/// <summary>A database of one's own.</summary>
public interface IWeboxDbSession : IWeboxDb, IAsyncDisposable;
