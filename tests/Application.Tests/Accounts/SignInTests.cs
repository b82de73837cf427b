using Webox.Domain.Accounts;
using Webox.TestSupport;

namespace Webox.Application.Tests.Accounts;

public sealed class SignInTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_right_password_starts_a_session_of_its_own(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var registered = await accounts.RegisterAsync();

        var again = await accounts.SignInAsync("ADA@example.com ");

        Assert.Equal(registered.Customer.Id, again.Customer.Id);
        Assert.NotEqual(registered.Session.RefreshToken, again.Session.RefreshToken);
        Assert.Equal((1, 1, 2), await accounts.CountAsync());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_refused_alike_and_no_session_starts()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        await accounts.RegisterAsync();

        var wrong = await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.SignInAsync(password: "wrong horse battery"));
        var unknown = await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.SignInAsync("eve@example.com"));

        Assert.Equal(wrong.Message, unknown.Message);
        Assert.Equal((1, 1, 1), await accounts.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Five_failures_close_the_door_for_minutes_that_double(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        await accounts.RegisterAsync();
        await FailAsync(accounts, 5);

        foreach (var minutes in new[] { 1, 2, 4, 8, 15, 15 })
        {
            // Even the right password is not looked at now.
            var closed = await Assert.ThrowsAsync<TooManyAttemptsException>(() => accounts.SignInAsync());
            Assert.Equal(accounts.Webox.Clock.GetUtcNow().AddMinutes(minutes), closed.RetryAt);
            accounts.Webox.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await FailAsync(accounts, 1);
        }

        Assert.Equal((1, 1, 1), await accounts.CountAsync());
    }

    [Fact]
    public async Task From_another_network_the_customer_still_gets_in_and_an_unknown_address_is_closed_alike()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        await accounts.RegisterAsync();
        await FailAsync(accounts, 5);
        await FailAsync(accounts, 5, "nobody@example.com");

        await Assert.ThrowsAsync<TooManyAttemptsException>(() => accounts.SignInAsync());
        await Assert.ThrowsAsync<TooManyAttemptsException>(() => accounts.SignInAsync("nobody@example.com"));
        accounts.Client.Network = "198.51.100.0/24";

        Assert.Equal("Ada", (await accounts.SignInAsync()).Customer.Name);
    }

    [Fact]
    public async Task The_right_password_forgives_what_failed_before()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        await accounts.RegisterAsync();

        await FailAsync(accounts, 4);
        await accounts.SignInAsync();
        await FailAsync(accounts, 4);

        Assert.Equal("Ada", (await accounts.SignInAsync()).Customer.Name);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_burst_of_guesses_gets_five_of_them(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        await accounts.RegisterAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
            (await Record.ExceptionAsync(() => accounts.SignInAsync(password: "wrong horse battery")))?.GetType().Name));

        Assert.Equal(5, answers.Count(answer => answer == nameof(InvalidCredentialsException)));
        Assert.Equal(7, answers.Count(answer => answer == nameof(TooManyAttemptsException)));
    }

    [Fact]
    public async Task A_banned_account_is_refused_like_a_wrong_password()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        await accounts.RegisterAsync();
        await accounts.ChangeAccountAsync(account => account.LockoutEnd = DateTimeOffset.MaxValue);

        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.SignInAsync());

        Assert.Equal((1, 1, 1), await accounts.CountAsync());
    }

    private static async Task FailAsync(AccountsAtWork accounts, int times, string email = "ada@example.com")
    {
        for (var i = 0; i < times; i++)
        {
            await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.SignInAsync(email, "wrong horse battery"));
        }
    }
}
