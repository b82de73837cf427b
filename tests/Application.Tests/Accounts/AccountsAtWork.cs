using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Accounts;
using Webox.Domain.Customers;
using Webox.Infrastructure.Accounts;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Application.Tests.Accounts;

/// <summary>The account use cases, called as the API calls them.</summary>
internal sealed class AccountsAtWork(TestWebox webox) : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    public TestWebox Webox { get; } = webox;

    public TestClient Client => (TestClient)Webox.Services.GetRequiredService<IClientAddress>();

    public static async Task<AccountsAtWork> OpenAsync(DatabaseKind kind, IReadOnlyDictionary<string, string?>? settings = null) =>
        new(await TestWebox.OpenAsync(kind, settings));

    public Task<SignedIn> RegisterAsync(string email = "ada@example.com", string name = "Ada", string password = Password) =>
        Webox.RunAsync<RegisterCustomer, SignedIn>(null, useCase => useCase.ExecuteAsync(email, name, password, null, Language.Fr, CancellationToken.None));

    public Task<SignedIn> SignInAsync(string email = "ada@example.com", string password = Password, string? code = null) =>
        Webox.RunAsync<SignIn, SignedIn>(null, useCase => useCase.ExecuteAsync(email, password, code, null, CancellationToken.None));

    public Task<Session> RefreshAsync(string refreshToken) =>
        Webox.RunAsync<RefreshSession, Session>(null, useCase => useCase.ExecuteAsync(refreshToken, CancellationToken.None));

    public Task<bool> SignOutAsync(string refreshToken) =>
        Webox.RunAsync<SignOut, bool>(null, useCase => useCase.ExecuteAsync(refreshToken, CancellationToken.None));

    /// <summary>Whom an access token is of. Null: it is refused.</summary>
    public async Task<string?> ReadTokenAsync(string accessToken) =>
        (await Webox.Services.GetRequiredService<IAccessTokens>().ReadAsync(accessToken))?.Identity?.Name;

    /// <summary>What the account says of itself. Null: there is none.</summary>
    public Task<AccountState?> ReadAsync(Customer customer) =>
        Webox.RunAsync<IAccounts, AccountState?>(customer, accounts => accounts.FindStateAsync(customer.Id, CancellationToken.None));

    /// <summary>Customers, accounts and sessions that exist.</summary>
    public async Task<(int Customers, int Accounts, int Sessions)> CountAsync()
    {
        await using var db = (WeboxDbContext)Webox.OpenDb();
        return (await db.Customers.CountAsync(), await db.Set<Account>().CountAsync(), await db.Set<AccountSession>().CountAsync());
    }

    public async Task ChangeAccountAsync(Action<Account> change)
    {
        await using var db = (WeboxDbContext)Webox.OpenDb();
        change(await db.Set<Account>().SingleAsync());
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => Webox.DisposeAsync();
}
