using System.Text;
using Microsoft.EntityFrameworkCore;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;
using Webox.Infrastructure.Accounts;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Application.Tests.Accounts;

public sealed class RefreshSessionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_refresh_token_trades_for_the_next_and_only_its_hash_is_stored(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var first = (await accounts.RegisterAsync()).Session;
        accounts.Webox.Clock.Advance(TimeSpan.FromMinutes(9));

        var second = await accounts.RefreshAsync(first.RefreshToken);

        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        Assert.Equal(accounts.Webox.Clock.GetUtcNow().AddMinutes(10), second.ExpiresAt);
        await using var db = (WeboxDbContext)accounts.Webox.OpenDb();
        var row = await db.Set<AccountSession>().SingleAsync();
        Assert.Equal(32, row.TokenHash.Length);
        Assert.DoesNotContain(Encoding.UTF8.GetString(row.TokenHash), second.RefreshToken, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_double_click_gets_the_same_successor_and_both_can_go_on_with_it(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var first = (await accounts.RegisterAsync()).Session;

        var both = await Task.WhenAll(accounts.RefreshAsync(first.RefreshToken), accounts.RefreshAsync(first.RefreshToken));
        accounts.Webox.Clock.Advance(TimeSpan.FromSeconds(10));
        var late = await accounts.RefreshAsync(first.RefreshToken);

        Assert.Equal([both[0].RefreshToken, both[0].RefreshToken], [both[1].RefreshToken, late.RefreshToken]);
        await accounts.RefreshAsync(late.RefreshToken);
        Assert.Equal((1, 1, 1), await accounts.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Using_a_token_again_later_ends_the_session_for_both_holders(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var stolen = (await accounts.RegisterAsync()).Session.RefreshToken;
        var next = (await accounts.RefreshAsync(stolen)).RefreshToken;
        accounts.Webox.Clock.Advance(TimeSpan.FromSeconds(11));

        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.RefreshAsync(stolen));

        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.RefreshAsync(next));
        Assert.Equal((1, 1, 0), await accounts.CountAsync());
    }

    [Fact]
    public async Task A_token_before_the_last_one_ends_the_session_at_once()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var first = (await accounts.RegisterAsync()).Session.RefreshToken;
        await accounts.RefreshAsync((await accounts.RefreshAsync(first)).RefreshToken);

        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.RefreshAsync(first));

        Assert.Equal((1, 1, 0), await accounts.CountAsync());
    }

    [Fact]
    public async Task Seven_idle_days_end_a_session_and_refreshing_keeps_it_for_thirty_days_at_most()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var idle = (await accounts.RegisterAsync()).Session.RefreshToken;
        var used = (await accounts.SignInAsync()).Session.RefreshToken;

        for (var day = 0; day < 29; day += 6)
        {
            used = (await accounts.RefreshAsync(used)).RefreshToken;
            accounts.Webox.Clock.Advance(TimeSpan.FromDays(6));
        }

        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.RefreshAsync(idle));
        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.RefreshAsync(used));
        Assert.Equal((1, 1, 0), await accounts.CountAsync());
    }

    [Fact]
    public async Task A_banned_customer_cannot_refresh_and_the_session_ends()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var token = (await accounts.RegisterAsync()).Session.RefreshToken;
        await accounts.ChangeAccountAsync(account => account.LockoutEnd = DateTimeOffset.MaxValue);

        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.RefreshAsync(token));

        Assert.Equal((1, 1, 0), await accounts.CountAsync());
    }

    [Fact]
    public async Task The_next_access_token_has_the_role_of_today()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var token = (await accounts.RegisterAsync()).Session.RefreshToken;
        await using (var db = (WeboxDbContext)accounts.Webox.OpenDb())
        {
            await db.Customers.ExecuteUpdateAsync(set => set.SetProperty(customer => customer.Role, Role.Finance));
        }

        var next = await accounts.RefreshAsync(token);

        Assert.Contains("\"role\":\"Finance\"", Payload(next.AccessToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_token_nobody_gave_out_is_refused_and_ends_no_session(string token)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        await accounts.RegisterAsync();

        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.RefreshAsync(token));

        Assert.Equal((1, 1, 1), await accounts.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Signing_out_ends_the_session_once_and_leaves_others(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var here = (await accounts.RegisterAsync()).Session.RefreshToken;
        await accounts.SignInAsync();

        Assert.True(await accounts.SignOutAsync(here));
        Assert.False(await accounts.SignOutAsync(here));

        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.RefreshAsync(here));
        Assert.Equal((1, 1, 1), await accounts.CountAsync());
    }

    private static string Payload(string jwt)
    {
        var part = jwt.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return Encoding.UTF8.GetString(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '=')));
    }
}
