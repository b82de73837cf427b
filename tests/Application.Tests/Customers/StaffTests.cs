using Microsoft.EntityFrameworkCore;
using Webox.Application.Customers;
using Webox.Application.Tests.Accounts;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.Application.Tests.Customers;

public sealed class StaffTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_role_counts_at_once_and_is_in_the_trail_once(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var admin = await AdminAsync(accounts, "admin@example.com");
        var (session, ada) = await accounts.RegisterAsync();

        await GrantAsync(accounts, admin, ada, Role.Finance);
        Assert.Null(await accounts.ReadTokenAsync(session.AccessToken));
        accounts.Webox.Clock.Advance(TimeSpan.FromSeconds(1));
        var next = await accounts.RefreshAsync(session.RefreshToken);
        Assert.NotNull(await accounts.ReadTokenAsync(next.AccessToken));
        await GrantAsync(accounts, admin, ada, Role.Finance);
        await GrantAsync(accounts, admin, ada, Role.Customer);

        Assert.Null(await accounts.ReadTokenAsync(next.AccessToken));
        Assert.Equal(["role.granted: Customer → Finance", "role.revoked: Finance → Customer"], await TrailAsync(accounts, admin));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_administrator_stays_whoever_is_asked_to_go_at_once(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var admins = new List<Customer>();
        for (var i = 0; i < 4; i++)
        {
            admins.Add(await AdminAsync(accounts, $"admin{i}@example.com"));
        }

        // Half of them lose the role, half are locked; each by the next.
        var answers = await Task.WhenAll(admins.Select((admin, i) => Record.ExceptionAsync(() => i % 2 == 0
            ? GrantAsync(accounts, admins[(i + 1) % 4], admin, Role.Support)
            : LockAsync(accounts, admins[(i + 1) % 4], admin))));

        Assert.Equal(3, answers.Count(refusal => refusal is null));
        Assert.Single(answers, refusal => refusal is LastAdminException);
        var able = 0;
        foreach (var admin in admins)
        {
            await using var db = accounts.Webox.OpenDb();
            var isAdmin = await db.Customers.AnyAsync(customer => customer.Id == admin.Id && customer.Role == Role.Admin);
            able += isAdmin && await accounts.ReadAsync(admin) is { IsBanned: false } ? 1 : 0;
        }

        Assert.Equal(1, able);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_locked_account_is_out_at_once_and_in_again_once_it_is_unlocked(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var support = await StaffAsync(accounts, "support@example.com", Role.Support);
        var (session, ada) = await accounts.RegisterAsync();

        await LockAsync(accounts, support, ada);
        await LockAsync(accounts, support, ada);
        Assert.Null(await accounts.ReadTokenAsync(session.AccessToken));
        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.RefreshAsync(session.RefreshToken));
        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.SignInAsync());

        await UnlockAsync(accounts, support, ada);
        await UnlockAsync(accounts, support, ada);
        Assert.Null(await accounts.ReadTokenAsync(session.AccessToken));
        accounts.Webox.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await accounts.ReadTokenAsync((await accounts.SignInAsync()).Session.AccessToken));
        Assert.Equal(["account.locked: ", "account.unlocked: "], await TrailAsync(accounts, support));
    }

    [Fact]
    public async Task Support_locks_none_of_the_staff_and_nobody_what_is_not_there()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var support = await StaffAsync(accounts, "support@example.com", Role.Support);
        var (admin, finance) = (await AdminAsync(accounts, "admin@example.com"), await StaffAsync(accounts, "finance@example.com", Role.Finance));
        var nobody = await accounts.Webox.GivenCustomerAsync("gone@example.com");
        await using (var db = accounts.Webox.OpenDb())
        {
            await db.Customers.Where(c => c.Id == nobody.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.DeletedAt, accounts.Webox.Clock.GetUtcNow()));
        }

        await Assert.ThrowsAsync<StaffAccountException>(() => LockAsync(accounts, support, admin));
        await Assert.ThrowsAsync<StaffAccountException>(() => UnlockAsync(accounts, support, finance));
        await Assert.ThrowsAsync<AccountNotFoundException>(() => LockAsync(accounts, admin, nobody));
        await Assert.ThrowsAsync<AccountNotFoundException>(() => GrantAsync(accounts, admin, nobody, Role.Catalog));
        await Assert.ThrowsAsync<LastAdminException>(() => LockAsync(accounts, admin, admin));
        await Assert.ThrowsAsync<LastAdminException>(() => GrantAsync(accounts, admin, admin, Role.Support));

        Assert.Equal((4, 3, 3), await accounts.CountAsync());
        Assert.Empty((await TrailAsync(accounts, support)).Concat(await TrailAsync(accounts, admin)));
    }

    private static Task<Customer> AdminAsync(AccountsAtWork accounts, string email) => StaffAsync(accounts, email, Role.Admin);

    private static async Task<Customer> StaffAsync(AccountsAtWork accounts, string email, Role role)
    {
        var staff = (await accounts.RegisterAsync(email)).Customer;
        await using var db = accounts.Webox.OpenDb();
        await db.Customers.Where(customer => customer.Id == staff.Id).ExecuteUpdateAsync(set => set.SetProperty(customer => customer.Role, role));
        return await db.Customers.AsNoTracking().SingleAsync(customer => customer.Id == staff.Id);
    }

    private static Task<Customer> GrantAsync(AccountsAtWork accounts, Customer by, Customer to, Role role) =>
        accounts.Webox.RunAsync<ChangeRole, Customer>(by, change => change.ExecuteAsync(to.Id, role, default));

    private static Task<Customer> LockAsync(AccountsAtWork accounts, Customer by, Customer whom) =>
        accounts.Webox.RunAsync<LockAccount, Customer>(by, useCase => useCase.ExecuteAsync(whom.Id, default));

    private static Task<Customer> UnlockAsync(AccountsAtWork accounts, Customer by, Customer whom) =>
        accounts.Webox.RunAsync<UnlockAccount, Customer>(by, useCase => useCase.ExecuteAsync(whom.Id, default));

    private static async Task<List<string>> TrailAsync(AccountsAtWork accounts, Customer actor)
    {
        await using var db = accounts.Webox.OpenDb();
        return await db.AuditEntries.Where(entry => entry.ActorId == actor.Id && entry.Action != "session.started")
            .OrderBy(entry => entry.Action).Select(entry => $"{entry.Action}: {entry.Detail}").ToListAsync();
    }
}
