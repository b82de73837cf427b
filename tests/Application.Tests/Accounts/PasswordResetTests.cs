using Microsoft.EntityFrameworkCore;
using Webox.Domain.Accounts;
using Webox.TestSupport;

namespace Webox.Application.Tests.Accounts;

public sealed class PasswordResetTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_link_sets_a_new_password_once_and_ends_every_session(DatabaseKind kind)
    {
        await using var emails = await EmailsAtWork.OpenAsync(kind);
        var session = (await emails.Accounts.RegisterAsync()).Session;
        await emails.SubjectsAsync();
        await emails.AskResetAsync("ADA@example.com");
        var token = await emails.TokenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Record.ExceptionAsync(() => emails.ResetAsync(token))));

        Assert.Equal(1, answers.Count(refusal => refusal is null));
        Assert.Equal(2, answers.Count(refusal => refusal is InvalidEmailTokenException));
        await Assert.ThrowsAsync<InvalidCredentialsException>(() => emails.Accounts.RefreshAsync(session.RefreshToken));
        await Assert.ThrowsAsync<InvalidCredentialsException>(() => emails.Accounts.SignInAsync());
        await emails.Accounts.SignInAsync(password: "a better horse battery");
        Assert.Equal(["ada@example.com: Votre mot de passe a changé"], await emails.SubjectsAsync());
        await using var db = emails.Webox.OpenDb();
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Action == "password.reset"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task For_an_address_that_nobody_has_the_same_is_written_and_nothing_sent(DatabaseKind kind)
    {
        await using var emails = await EmailsAtWork.OpenAsync(kind);
        await emails.Accounts.RegisterAsync();
        await emails.SubjectsAsync();

        await emails.AskResetAsync("nobody@example.com");

        await using (var db = emails.Webox.OpenDb())
        {
            Assert.Equal(["nobody@example.com"], await db.OutgoingMails.Where(mail => mail.DoneAt == null).Select(mail => mail.Recipient).ToListAsync());
            Assert.Equal(1, await db.EmailTokens.CountAsync());
        }

        Assert.Empty(await emails.SubjectsAsync());
        await using var after = emails.Webox.OpenDb();
        Assert.Equal(1, await after.EmailTokens.CountAsync());
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_the_link_still_works()
    {
        await using var emails = await EmailsAtWork.OpenAsync(DatabaseKind.Sqlite);
        await emails.Accounts.RegisterAsync();
        await emails.SubjectsAsync();
        await emails.AskResetAsync();
        var token = await emails.TokenAsync();

        await Assert.ThrowsAsync<WeakPasswordException>(() => emails.ResetAsync(token, "password"));
        await emails.Accounts.SignInAsync();
        await emails.ResetAsync(token);

        await emails.Accounts.SignInAsync(password: "a better horse battery");
    }

    [Fact]
    public async Task Using_one_link_makes_the_others_worthless_and_an_hour_makes_all_so()
    {
        await using var emails = await EmailsAtWork.OpenAsync(DatabaseKind.Sqlite);
        await emails.Accounts.RegisterAsync();
        await emails.SubjectsAsync();
        await emails.AskResetAsync();
        var first = await emails.TokenAsync();
        await emails.AskResetAsync();
        var second = await emails.TokenAsync();
        await emails.AskResetAsync();
        await emails.ResetAsync(second);

        await Assert.ThrowsAsync<InvalidEmailTokenException>(() => emails.ResetAsync(first, "another horse battery"));
        await emails.SubjectsAsync();
        await emails.AskResetAsync();
        var late = await emails.TokenAsync();
        emails.Webox.Clock.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<InvalidEmailTokenException>(() => emails.ResetAsync(late, "another horse battery"));

        await emails.Accounts.SignInAsync(password: "a better horse battery");
    }

    [Fact]
    public async Task The_database_holds_no_token_that_opens_anything()
    {
        await using var emails = await EmailsAtWork.OpenAsync(DatabaseKind.Sqlite);
        await emails.Accounts.RegisterAsync();
        var token = await emails.TokenAsync();

        await using var db = emails.Webox.OpenDb();
        var row = await db.EmailTokens.SingleAsync();

        Assert.Equal(32, row.Hash.Length);
        Assert.NotEqual(token, Convert.ToBase64String(row.Hash));
        var outgoing = await db.OutgoingMails.AsNoTracking().SingleAsync();
        Assert.DoesNotContain(token, System.Text.Json.JsonSerializer.Serialize(outgoing), StringComparison.Ordinal);
    }
}
