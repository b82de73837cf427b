using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Invoices;
using Webox.Application.Payments;
using Webox.Domain;
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
using Webox.Infrastructure.Generations.Limits;
using Webox.Infrastructure.Invoices;

namespace Webox.Infrastructure.Database;

internal class WeboxDbContext(DbContextOptions options, WriterGate gate) : DbContext(options), IWeboxDbSession
{
    private const int TriesMax = 5;

    public DbSet<Category> Categories => Set<Category>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<StockChange> StockChanges => Set<StockChange>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<WishlistItem> WishlistItems => Set<WishlistItem>();

    public DbSet<Cart> Carts => Set<Cart>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<License> Licenses => Set<License>();

    public DbSet<PromoCode> PromoCodes => Set<PromoCode>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<InvoiceDocument> InvoiceDocuments => Set<InvoiceDocument>();

    public DbSet<InvoiceCounter> InvoiceCounters => Set<InvoiceCounter>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<PaymentEvent> PaymentEvents => Set<PaymentEvent>();

    public DbSet<PaymentMessage> PaymentInbox => Set<PaymentMessage>();

    public DbSet<PaymentReference> PaymentReferences => Set<PaymentReference>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<CustomerRecord> CustomerRecords => Set<CustomerRecord>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<CreditAccount> CreditAccounts => Set<CreditAccount>();

    public DbSet<CreditEntry> CreditEntries => Set<CreditEntry>();

    public DbSet<Generation> Generations => Set<Generation>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Prompt> Prompts => Set<Prompt>();

    public DbSet<PromptFavorite> PromptFavorites => Set<PromptFavorite>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<EmailToken> EmailTokens => Set<EmailToken>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<ActivityFeed> ActivityFeeds => Set<ActivityFeed>();

    public DbSet<ProviderCallSlot> ProviderCallSlots => Set<ProviderCallSlot>();

    public DbSet<ProviderPause> ProviderPauses => Set<ProviderPause>();

    public DbSet<ProviderSpend> ProviderSpend => Set<ProviderSpend>();

    public Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) =>
        InTransactionAsync(work, DatabaseErrors.IsTransient, cancellationToken);

    public Task<T> InTransactionOrAfterRivalAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) =>
        InTransactionAsync(work, error => error.IsTransient() || error.IsDuplicate() || error.IsOrphan(), cancellationToken);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null || !ChangeTracker.HasChanges())
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        using var turn = await TurnToWriteAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var id in typeof(IEntityId<>).Assembly.GetTypes().Where(IsEntityId))
        {
            configurationBuilder.Properties(id).HaveConversion(typeof(EntityIdConverter<>).MakeGenericType(id));
        }

        configurationBuilder.Properties<Address>().HaveConversion<AddressConverter>().HaveMaxLength(2000);
        configurationBuilder.Properties<Currency>().HaveConversion<CurrencyConverter>().HaveMaxLength(3);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(24);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());
        modelBuilder.UseSnakeCase();
    }

    private async Task<T> InTransactionAsync<T>(Func<Task<T>> work, Func<Exception, bool> mayRepeat, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await work();
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(work, cancellationToken);
            }
            catch (Exception error) when (attempt < TriesMax && mayRepeat(error))
            {
                // Rivals that failed together would meet again if they did not wait differently long.
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 50 * attempt)), cancellationToken);
            }
        }
    }

    private async Task<T> OnceAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await TurnToWriteAsync(cancellationToken);
        try
        {
            // Microsoft.Data.Sqlite begins IMMEDIATE, so a reader that turns writer never meets SQLITE_BUSY halfway.
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            var result = await work();

            // From here on it is decided: a client that hangs up must not leave it unknown.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            // After a rollback, what is tracked is not what is stored, and the next save would write it after all.
            ChangeTracker.Clear();
        }
    }

    private async Task<IDisposable?> TurnToWriteAsync(CancellationToken cancellationToken) =>
        Database.IsSqlite() ? await gate.EnterAsync(cancellationToken) : null;

    private static bool IsEntityId(Type type) =>
        type.IsValueType && Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>));
}
