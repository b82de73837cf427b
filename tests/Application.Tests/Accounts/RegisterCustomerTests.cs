using Microsoft.EntityFrameworkCore;
using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;
using Webox.Infrastructure.Accounts;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Application.Tests.Accounts;

public sealed class RegisterCustomerTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_customer_is_signed_in_and_the_password_is_only_hashed(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);

        var (session, customer) = await accounts.RegisterAsync(" Ada@Example.com ", " Ada ");

        Assert.Equal(("Ada@Example.com", "Ada", Role.Customer), (customer.Email, customer.Name, customer.Role));
        Assert.Equal(accounts.Webox.Clock.GetUtcNow().AddMinutes(10), session.ExpiresAt);
        Assert.Equal((1, 1, 1), await accounts.CountAsync());
        await using var db = (WeboxDbContext)accounts.Webox.OpenDb();
        var account = await db.Set<Account>().SingleAsync();
        Assert.Equal((customer.Id.Value, "ADA@EXAMPLE.COM"), (account.Id, account.NormalizedEmail));
        Assert.DoesNotContain(AccountsAtWork.Password, account.PasswordHash, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_taken_address_is_refused_in_any_case_and_nothing_is_saved(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        await accounts.RegisterAsync();

        await Assert.ThrowsAsync<EmailTakenException>(() => accounts.RegisterAsync("ADA@example.com"));

        Assert.Equal((1, 1, 1), await accounts.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_those_who_register_one_address_at_once_one_wins(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);

        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                await accounts.RegisterAsync(i % 2 == 0 ? "ada@example.com" : "Ada@Example.com");
                return "registered";
            }
            catch (EmailTakenException)
            {
                return "taken";
            }
        }));

        Assert.Equal(["registered", "taken", "taken", "taken", "taken", "taken"], tries.Order());
        Assert.Equal((1, 1, 1), await accounts.CountAsync());
    }

    [Theory]
    [InlineData("short77")]
    [InlineData("password123")]
    [InlineData("PassWord123")]
    [InlineData("ada@example.com")]
    [InlineData("abababababab")]
    public async Task A_weak_password_is_refused_and_nothing_is_saved(string password)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);

        await Assert.ThrowsAsync<WeakPasswordException>(() => accounts.RegisterAsync(password: password));

        Assert.Equal((0, 0, 0), await accounts.CountAsync());
    }

    [Fact]
    public async Task A_password_of_129_characters_is_refused_and_one_of_128_works()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var longest = string.Concat(Enumerable.Repeat("abcdefgh", 16));

        await Assert.ThrowsAsync<WeakPasswordException>(() => accounts.RegisterAsync(password: longest + "i"));
        Assert.Equal((0, 0, 0), await accounts.CountAsync());

        await accounts.RegisterAsync(password: longest);
        Assert.Equal("Ada", (await accounts.SignInAsync(password: longest)).Customer.Name);
    }

    [Fact]
    public async Task A_bad_address_or_name_is_refused_and_nothing_is_saved()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);

        await Assert.ThrowsAsync<InvalidEmailException>(() => accounts.RegisterAsync("ada"));
        await Assert.ThrowsAsync<InvalidNameException>(() => accounts.RegisterAsync(name: " "));
        await Assert.ThrowsAsync<InvalidNameException>(() => accounts.RegisterAsync(name: new string('a', 201)));

        Assert.Equal((0, 0, 0), await accounts.CountAsync());
    }

    [Fact]
    public async Task One_address_registers_only_so_often_in_a_minute()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(
            DatabaseKind.Sqlite, new Dictionary<string, string?> { ["WEBOX_REGISTRATIONS_PER_MINUTE"] = "1" });
        await accounts.RegisterAsync();

        await Assert.ThrowsAsync<TooManyAttemptsException>(() => accounts.RegisterAsync("eve@example.com"));
        Assert.Equal((1, 1, 1), await accounts.CountAsync());

        accounts.Client.Address = "203.0.113.8";
        await accounts.RegisterAsync("eve@example.com");
        Assert.Equal((2, 2, 2), await accounts.CountAsync());
    }
}
