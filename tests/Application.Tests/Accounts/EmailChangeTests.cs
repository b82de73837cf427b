using Webox.Application.Accounts;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.Application.Tests.Accounts;

public sealed class EmailChangeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_new_address_counts_once_its_reader_confirms_and_the_old_one_is_told(DatabaseKind kind)
    {
        await using var emails = await EmailsAtWork.OpenAsync(kind);
        var ada = (await emails.Accounts.RegisterAsync()).Customer;
        await emails.SubjectsAsync();
        await emails.AskChangeAsync(ada, "lovelace@example.com");
        var token = await emails.TokenAsync("lovelace@example.com");
        await emails.Accounts.SignInAsync();

        await emails.ConfirmChangeAsync(token);

        Assert.Equal("lovelace@example.com", (await emails.Accounts.SignInAsync("lovelace@example.com")).Customer.Email);
        await Assert.ThrowsAsync<InvalidCredentialsException>(() => emails.Accounts.SignInAsync());
        Assert.Equal(["ada@example.com: Votre adresse e-mail a changé"], await emails.SubjectsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_address_that_was_taken_meanwhile_is_refused_and_nothing_changes(DatabaseKind kind)
    {
        await using var emails = await EmailsAtWork.OpenAsync(kind);
        var ada = (await emails.Accounts.RegisterAsync()).Customer;
        await emails.SubjectsAsync();
        await emails.AskChangeAsync(ada, "lovelace@example.com");
        var token = await emails.TokenAsync("lovelace@example.com");
        await emails.Accounts.RegisterAsync("Lovelace@example.com");

        await Assert.ThrowsAsync<EmailTakenException>(() => emails.ConfirmChangeAsync(token));

        Assert.Equal("ada@example.com", (await emails.Accounts.SignInAsync()).Customer.Email);
    }

    [Fact]
    public async Task An_address_that_somebody_has_gets_no_mail_and_the_answer_is_the_same()
    {
        await using var emails = await EmailsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var ada = (await emails.Accounts.RegisterAsync()).Customer;
        await emails.Accounts.RegisterAsync("bob@example.com");
        await emails.SubjectsAsync();

        await emails.AskChangeAsync(ada, "bob@example.com");

        Assert.Empty(await emails.SubjectsAsync());
    }

    [Fact]
    public async Task Without_the_password_nothing_is_sent()
    {
        await using var emails = await EmailsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var ada = (await emails.Accounts.RegisterAsync()).Customer;
        await emails.SubjectsAsync();

        await Assert.ThrowsAsync<InvalidCredentialsException>(() => emails.AskChangeAsync(ada, "lovelace@example.com", "wrong horse battery"));

        Assert.Empty(await emails.SubjectsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_password_needs_the_present_one_and_ends_all_sessions_but_the_new_one(DatabaseKind kind)
    {
        await using var emails = await EmailsAtWork.OpenAsync(kind);
        var (session, ada) = await emails.Accounts.RegisterAsync();

        await Assert.ThrowsAsync<InvalidCredentialsException>(() => ChangeAsync("wrong horse battery"));
        await Assert.ThrowsAsync<WeakPasswordException>(() => ChangeAsync(AccountsAtWork.Password, "password"));
        await emails.Accounts.SignInAsync();
        var next = await ChangeAsync(AccountsAtWork.Password);

        await Assert.ThrowsAsync<InvalidCredentialsException>(() => emails.Accounts.RefreshAsync(session.RefreshToken));
        await emails.Accounts.RefreshAsync(next.RefreshToken);
        await emails.Accounts.SignInAsync(password: "a better horse battery");

        Task<Session> ChangeAsync(string current, string next = "a better horse battery") =>
            emails.Webox.RunAsync<ChangePassword, Session>(ada, useCase => useCase.ExecuteAsync(current, next, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_left_out_of_a_profile_stays(DatabaseKind kind)
    {
        await using var emails = await EmailsAtWork.OpenAsync(kind);
        var ada = (await emails.Accounts.RegisterAsync()).Customer;

        await UpdateAsync(" Ada Lovelace ", null);
        var changed = await UpdateAsync(null, Language.En);
        await Assert.ThrowsAsync<InvalidNameException>(() => UpdateAsync("Ada\r\nBcc: x", null));

        Assert.Equal(("Ada Lovelace", Language.En), (changed.Name, changed.Language));

        Task<Customer> UpdateAsync(string? name, Language? language) =>
            emails.Webox.RunAsync<UpdateProfile, Customer>(ada, useCase => useCase.ExecuteAsync(name, language, default));
    }
}
