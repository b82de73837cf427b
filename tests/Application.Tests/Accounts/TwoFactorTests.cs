using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Accounts;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;
using Webox.Infrastructure.Accounts;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Application.Tests.Accounts;

public sealed class TwoFactorTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Once_confirmed_signing_in_needs_a_code_and_each_code_works_once(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var ada = (await accounts.RegisterAsync()).Customer;
        var (key, _) = await EnableAsync(accounts, ada);

        await Assert.ThrowsAsync<TwoFactorRequiredException>(() => accounts.SignInAsync());
        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.SignInAsync(code: CodeNow(accounts, key)));
        accounts.Webox.Clock.Advance(TimeSpan.FromSeconds(30));
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Record.ExceptionAsync(() => accounts.SignInAsync(code: CodeNow(accounts, key)))));

        Assert.Equal(1, answers.Count(refusal => refusal is null));
        Assert.Equal(2, answers.Count(refusal => refusal is InvalidCredentialsException));
        Assert.Equal((1, 1, 2), await accounts.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_from_before_the_last_one_is_refused_and_one_of_a_clock_that_is_ahead_is_taken(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var ada = (await accounts.RegisterAsync()).Customer;
        var (key, _) = await EnableAsync(accounts, ada);
        accounts.Webox.Clock.Advance(TimeSpan.FromMinutes(2));

        await accounts.SignInAsync(code: CodeNow(accounts, key, ahead: 1));
        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.SignInAsync(code: CodeNow(accounts, key)));
        await Assert.ThrowsAsync<InvalidCredentialsException>(() => accounts.SignInAsync(code: CodeNow(accounts, key, ahead: 2)));

        Assert.Equal((1, 1, 2), await accounts.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Recovery_codes_work_once_each_and_are_stored_as_hashes(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var ada = (await accounts.RegisterAsync()).Customer;
        var (_, codes) = await EnableAsync(accounts, ada);
        await using (var db = (WeboxDbContext)accounts.Webox.OpenDb())
        {
            var stored = await db.Set<IdentityUserToken<Guid>>().Select(token => token.Name + token.Value).ToListAsync();
            Assert.All(codes, code => Assert.DoesNotContain(stored, text => text.Contains(code, StringComparison.OrdinalIgnoreCase)));
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Record.ExceptionAsync(() => accounts.SignInAsync(code: codes[0].ToLowerInvariant()))));
        await accounts.SignInAsync(code: codes[1]);

        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(1, answers.Count(refusal => refusal is null));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_key_in_the_database_makes_no_codes_and_opens_no_other_account(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var ada = (await accounts.RegisterAsync()).Customer;
        var bob = (await accounts.RegisterAsync("bob@example.com")).Customer;
        var (key, _) = await EnableAsync(accounts, ada);
        await using var db = (WeboxDbContext)accounts.Webox.OpenDb();

        var stored = await db.Set<IdentityUserToken<Guid>>().Where(token => token.UserId == ada.Id.Value).Select(token => token.Name + token.Value).ToListAsync();
        foreach (var written in new[] { Convert.ToHexString(key), Convert.ToBase64String(key), Totp.ToBase32(key) })
        {
            Assert.DoesNotContain(stored, text => text.Contains(written, StringComparison.OrdinalIgnoreCase));
        }

        var keys = accounts.Webox.Services.GetRequiredService<IKeyRing>();
        var sealedKey = (await db.Set<IdentityUserToken<Guid>>().SingleAsync(token => token.Name == "key")).Value!;
        Assert.Equal(key, keys.Open(ada.Id, sealedKey));
        Assert.Throws<AuthenticationTagMismatchException>(() => keys.Open(bob.Id, sealedKey));
    }

    [Fact]
    public async Task A_key_that_was_stored_before_keys_were_sealed_still_counts()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var ada = (await accounts.RegisterAsync()).Customer;
        var (key, _) = await EnableAsync(accounts, ada);
        await using (var db = (WeboxDbContext)accounts.Webox.OpenDb())
        {
            await db.Set<IdentityUserToken<Guid>>().Where(token => token.Name == "key")
                .ExecuteUpdateAsync(set => set.SetProperty(token => token.Value, Convert.ToHexString(key)));
        }

        accounts.Webox.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(ada.Id, (await accounts.SignInAsync(code: CodeNow(accounts, key))).Customer.Id);
    }

    [Fact]
    public async Task A_wrong_code_confirms_nothing()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var ada = (await accounts.RegisterAsync()).Customer;
        await accounts.Webox.RunAsync<SetUpTwoFactor, TwoFactorSetup>(ada, useCase => useCase.ExecuteAsync(AccountsAtWork.Password, default));

        await Assert.ThrowsAsync<InvalidTwoFactorCodeException>(() => ConfirmAsync(accounts, ada, "000000"));

        await accounts.SignInAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Switching_it_off_needs_both_and_guessing_the_code_is_stopped(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var ada = (await accounts.RegisterAsync()).Customer;
        var (_, codes) = await EnableAsync(accounts, ada);

        await Assert.ThrowsAsync<InvalidCredentialsException>(() => DisableAsync("wrong horse battery", codes[0]));
        for (var guess = 0; guess < 4; guess++)
        {
            await Assert.ThrowsAsync<InvalidCredentialsException>(() => DisableAsync(AccountsAtWork.Password, "000000"));
        }

        await Assert.ThrowsAsync<TooManyAttemptsException>(() => DisableAsync(AccountsAtWork.Password, codes[0]));
        accounts.Webox.Clock.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<TwoFactorRequiredException>(() => accounts.SignInAsync());
        accounts.Webox.Clock.Advance(TimeSpan.FromMinutes(15));
        await DisableAsync(AccountsAtWork.Password, codes[0]);

        await accounts.SignInAsync();

        Task DisableAsync(string password, string code) =>
            accounts.Webox.RunAsync<DisableTwoFactor>(ada, useCase => useCase.ExecuteAsync(password, code, default));
    }

    internal static async Task<(byte[] Key, IReadOnlyList<string> Codes)> EnableAsync(AccountsAtWork accounts, Customer customer)
    {
        var setup = await accounts.Webox.RunAsync<SetUpTwoFactor, TwoFactorSetup>(customer, useCase => useCase.ExecuteAsync(AccountsAtWork.Password, default));
        var key = FromBase32(setup.Secret);
        return (key, await ConfirmAsync(accounts, customer, CodeNow(accounts, key)));
    }

    private static Task<IReadOnlyList<string>> ConfirmAsync(AccountsAtWork accounts, Customer customer, string code) =>
        accounts.Webox.RunAsync<ConfirmTwoFactor, IReadOnlyList<string>>(customer, useCase => useCase.ExecuteAsync(code, default));

    private static byte[] FromBase32(string text) => [.. text.Chunk(8).SelectMany(part =>
    {
        var bits = part.Aggregate(0L, (sum, letter) => (sum << 5) | (uint)"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal));
        return Enumerable.Range(0, 5).Select(i => (byte)(bits >> (32 - (8 * i))));
    })];

    private static string CodeNow(AccountsAtWork accounts, byte[] key, int ahead = 0) => Totp.CodeOf(key, Totp.StepAt(accounts.Webox.Clock.GetUtcNow()) + ahead);
}
