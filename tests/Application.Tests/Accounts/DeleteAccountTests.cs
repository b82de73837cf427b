using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Accounts;
using Webox.Application.Generations;
using Webox.Application.Orders;
using Webox.Domain.Accounts;
using Webox.Domain.Carts;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Domain.Mail;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.Infrastructure.Accounts;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Application.Tests.Accounts;

public sealed class DeleteAccountTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_person_is_erased_and_the_books_stay(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var webox = accounts.Webox;
        var life = await FullLife.LiveAsync(accounts);
        var before = await BooksAsync(webox);

        await DeleteAsync(accounts, life.Customer);

        Assert.Empty(await WhereAsync(webox, "Lovelace", except: ["outgoing_mails.recipient"]));
        Assert.Equal(before, await BooksAsync(webox));
        Assert.Equal((0, 0, 0), await webox.BalanceAsync(life.Customer));
        await using var db = (WeboxDbContext)webox.OpenDb();
        Assert.Equal(Customer.ErasedName, (await db.Customers.SingleAsync()).Name);
        Assert.Equal((0, 0), (await db.Set<Account>().CountAsync(), await db.Set<AccountSession>().CountAsync()));
        Assert.Equal([CartStatus.Ordered], await db.Carts.Select(cart => cart.Status).Distinct().ToListAsync());
        Assert.Equal(-1006, await db.CreditEntries.Where(entry => entry.Kind == CreditEntryKind.Forfeiture).Select(entry => entry.Amount).SingleAsync());
        Assert.Equal(["account.deleted"], await db.AuditEntries.Where(entry => entry.Action != "session.started").Select(entry => entry.Action).ToListAsync());
        foreach (var sha256 in new[] { life.Upload.Sha256, life.Image.Sha256 })
        {
            Assert.Null(await webox.RunAsync<IArtifactStore, Stream?>(null, store => store.OpenReadAsync(sha256, default)));
        }

        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_unpaid_is_canceled_and_what_runs_ends_without_a_charge(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var webox = accounts.Webox;
        var ada = (await accounts.RegisterAsync()).Customer;
        var mug = await webox.GivenPhysicalAsync(stock: 5);
        var order = await webox.GivenOrderAsync(ada, (mug, 3));
        await webox.StartPaymentAsync(ada, order);
        var (waiting, running) = (await webox.GivenQueuedAsync(ada), await webox.GivenQueuedAsync(ada));
        await using var db = webox.OpenDb();
        await db.Generations.Where(g => g.Id == running.Id).ExecuteUpdateAsync(set => set
            .SetProperty(g => g.Status, GenerationStatus.Running).SetProperty(g => g.Attempt, 1).SetProperty(g => g.Node, "elsewhere")
            .SetProperty(g => g.LeaseUntil, webox.Clock.GetUtcNow().AddMinutes(1)));

        await DeleteAsync(accounts, ada);

        Assert.Equal(OrderStatus.Canceled, (await webox.ReloadAsync(order)).Status);
        Assert.Equal(5, await webox.StockOfAsync(mug));
        var ended = await db.Generations.IgnoreQueryFilters().AsNoTracking().ToListAsync();
        Assert.All(ended, g => Assert.Equal((GenerationStatus.Canceled, 0, "", null), (g.Status, g.Credits, g.Prompt, g.Node)));
        Assert.Equal("Reservation -10, Release 10", await webox.MovementsAsync(waiting.Id));
        Assert.Equal("Reservation -10, Release 10", await webox.MovementsAsync(running.Id));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory]
    [InlineData(PaymentStatus.Processing)]
    [InlineData(PaymentStatus.RequiresCapture)]
    public async Task While_a_payment_is_undecided_it_is_refused_and_nothing_changes(PaymentStatus status)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var webox = accounts.Webox;
        var ada = (await accounts.RegisterAsync()).Customer;
        var mug = await webox.GivenPhysicalAsync(stock: 5);
        var order = await webox.GivenOrderAsync(ada, (mug, 3));
        await webox.StartPaymentAsync(ada, order);
        await using var db = webox.OpenDb();
        await db.Payments.ExecuteUpdateAsync(set => set.SetProperty(payment => payment.Status, status));

        await Assert.ThrowsAsync<PaymentUndecidedException>(() => DeleteAsync(accounts, ada));

        Assert.Equal(OrderStatus.AwaitingPayment, (await webox.ReloadAsync(order)).Status);
        Assert.Equal(("ada@example.com", null), await db.Customers.Select(c => ValueTuple.Create(c.Email, c.DeletedAt)).SingleAsync());
        Assert.Equal((1, 1, 1), await accounts.CountAsync());
        Assert.False(await db.OutgoingMails.AnyAsync(mail => mail.Kind == MailKind.AccountDeleted));
        Assert.NotNull(await accounts.ReadAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_address_is_free_again_and_who_takes_it_sees_nothing_of_before(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var ada = (await accounts.RegisterAsync()).Customer;
        await accounts.Webox.GiveCreditsAsync(ada, 50);
        await DeleteAsync(accounts, ada);
        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.SignInAsync());

        var again = (await accounts.RegisterAsync(name: "Another")).Customer;

        Assert.NotEqual(ada.Id, again.Id);
        Assert.Equal((0, 0, 0), await accounts.Webox.BalanceAsync(again));
        Assert.Equal("Another", (await accounts.SignInAsync()).Customer.Name);
    }

    [Fact]
    public async Task A_mail_tells_the_address_and_mails_that_waited_are_not_sent()
    {
        await using var emails = await EmailsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var ada = (await emails.Accounts.RegisterAsync()).Customer;
        await emails.AskResetAsync();

        await DeleteAsync(emails.Accounts, ada);

        Assert.Equal(["ada@example.com: Votre compte est supprimé"], await emails.SubjectsAsync());
    }

    [Fact]
    public async Task The_password_is_needed_and_the_code_when_two_factor_is_on()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var ada = (await accounts.RegisterAsync()).Customer;
        await Assert.ThrowsAsync<InvalidCredentialsException>(() => DeleteAsync(accounts, ada, "wrong horse battery"));
        var (_, codes) = await TwoFactorTests.EnableAsync(accounts, ada);

        await Assert.ThrowsAsync<TwoFactorRequiredException>(() => DeleteAsync(accounts, ada));
        await Assert.ThrowsAsync<InvalidCredentialsException>(() => DeleteAsync(accounts, ada, code: "000000"));
        Assert.Equal((1, 1, 1), await accounts.CountAsync());
        await DeleteAsync(accounts, ada, code: codes[0]);

        Assert.Equal((1, 0, 0), await accounts.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Asked_for_several_times_at_once_it_happens_once(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var ada = (await accounts.RegisterAsync()).Customer;
        await accounts.Webox.GiveCreditsAsync(ada, 50);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Record.ExceptionAsync(() => DeleteAsync(accounts, ada))));

        Assert.Contains(answers, refusal => refusal is null);
        Assert.All(answers.OfType<Exception>(), refusal => Assert.IsType<InvalidCredentialsException>(refusal));
        await Assert.ThrowsAsync<InvalidCredentialsException>(() => DeleteAsync(accounts, ada));
        await using var db = accounts.Webox.OpenDb();
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Action == "account.deleted"));
        Assert.Equal(1, await db.CreditEntries.CountAsync(entry => entry.Kind == CreditEntryKind.Forfeiture));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_access_token_that_is_still_valid_counts_no_more_and_a_refresh_token_neither(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var (session, ada) = await accounts.RegisterAsync();
        var other = (await accounts.RegisterAsync("bob@example.com")).Session;
        Assert.NotNull(await accounts.ReadTokenAsync(session.AccessToken));

        await DeleteAsync(accounts, ada);

        Assert.Null(await accounts.ReadTokenAsync(session.AccessToken));
        Assert.NotNull(await accounts.ReadTokenAsync(other.AccessToken));
        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.RefreshAsync(session.RefreshToken));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_request_under_way_wrote_meanwhile_is_erased_a_while_later(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var webox = accounts.Webox;
        var ada = (await accounts.RegisterAsync()).Customer;
        var mug = await webox.GivenPhysicalAsync(stock: 5);
        await DeleteAsync(accounts, ada);
        await webox.GivenCartAsync(ada, (mug, 1));
        await webox.RunAsync<UpdateProfile, Customer>(ada, update => update.ExecuteAsync("Lovelace", null, default));
        Assert.Equal(0, await FinishAsync(webox));

        webox.Clock.Advance(FinishErasures.Delay);
        Assert.Equal(1, await FinishAsync(webox));

        Assert.Empty(await WhereAsync(webox, "Lovelace", except: []));
        Assert.Equal(0, await FinishAsync(webox));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_administrators_who_leave_at_once_one_stays(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        List<Customer> admins = [(await accounts.RegisterAsync()).Customer, (await accounts.RegisterAsync("bob@example.com")).Customer];
        await using var db = accounts.Webox.OpenDb();
        await db.Customers.ExecuteUpdateAsync(set => set.SetProperty(customer => customer.Role, Role.Admin));

        var answers = await Task.WhenAll(admins.Select(admin => Record.ExceptionAsync(() => DeleteAsync(accounts, admin))));

        Assert.Single(answers, refusal => refusal is null);
        Assert.Single(answers, refusal => refusal is LastAdminException);
        Assert.Equal(1, await db.Customers.CountAsync(customer => customer.Role == Role.Admin));
        Assert.Equal((2, 1, 1), await accounts.CountAsync());
    }

    private static Task DeleteAsync(AccountsAtWork accounts, Customer customer, string password = AccountsAtWork.Password, string? code = null) =>
        accounts.Webox.RunAsync<DeleteAccount>(customer, delete => delete.ExecuteAsync(password, code, default));

    private static Task<int> FinishAsync(TestWebox webox) => webox.RunAsync<FinishErasures, int>(null, finish => finish.ExecuteAsync(default));

    /// <summary>What the law asks for: orders that were paid, with their addresses, and their money.</summary>
    private static async Task<string> BooksAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        var orders = await db.Orders.AsNoTracking().Where(order => order.PaidAt != null).ToListAsync();
        var (payments, events) = (await db.Payments.CountAsync(), await db.PaymentEvents.CountAsync());
        return string.Join('\n', orders.Select(order => $"{order.Number} {order.CustomerId} {order.Email} {order.BillingAddress} {order.Paid}"))
            + string.Create(CultureInfo.InvariantCulture, $"\n{payments} payments, {events} events");
    }

    /// <summary>Every column of every table that holds the word, whatever its case.</summary>
    private static async Task<IEnumerable<string>> WhereAsync(TestWebox webox, string word, string[] except)
    {
        await using var db = (WeboxDbContext)webox.OpenDb();
        var found = new SortedSet<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    var text = reader.GetValue(i) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{reader.GetValue(i)}";
                    if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                    {
                        found.Add($"{table}.{reader.GetName(i)}");
                    }
                }
            }
        }

        return found.Except(except);
    }
}
