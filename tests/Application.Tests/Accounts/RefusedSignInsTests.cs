using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Domain.Accounts;
using Webox.Infrastructure.Accounts;
using Webox.TestSupport;

namespace Webox.Application.Tests.Accounts;

public sealed class RefusedSignInsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_sign_in_and_a_closed_door_are_in_the_trail_once_a_minute(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var ada = (await accounts.RegisterAsync()).Customer;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => FailAsync(accounts)));
        Assert.Equal(["lockout.begun", "session.refused"], await TrailAsync(accounts, ada.Id.Value));
        accounts.Webox.Clock.Advance(TimeSpan.FromMinutes(1));
        await FailAsync(accounts);

        Assert.Equal(["lockout.begun", "lockout.begun", "session.refused", "session.refused"], await TrailAsync(accounts, ada.Id.Value));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_an_address_that_nobody_has_nothing_is_written_and_the_same_work_is_done(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        await accounts.RegisterAsync();
        var hashing = accounts.Webox.Services.GetRequiredService<PasswordHashing>();
        var before = hashing.HashCount;

        await FailAsync(accounts);
        var known = hashing.HashCount - before;
        await FailAsync(accounts, "nobody@example.com");

        Assert.Equal((1L, 1L), (known, hashing.HashCount - before - known));
        await using var db = accounts.Webox.OpenDb();
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Action == "session.refused"));
    }

    private static async Task FailAsync(AccountsAtWork accounts, string email = "ada@example.com") =>
        Assert.True(await Record.ExceptionAsync(() => accounts.SignInAsync(email, "wrong horse battery")) is InvalidCredentialsException or TooManyAttemptsException);

    private static async Task<List<string>> TrailAsync(AccountsAtWork accounts, Guid subject)
    {
        await using var db = accounts.Webox.OpenDb();
        var text = subject.ToString();
        return await db.AuditEntries.Where(entry => entry.Subject == text && entry.ActorId == null).Select(entry => entry.Action).OrderBy(action => action).ToListAsync();
    }
}
