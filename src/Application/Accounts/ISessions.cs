using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>
/// Sessions of signed-in customers. A refresh token is used once; using one again later ends its session, because then two
/// people hold it.
/// </summary>
public interface ISessions
{
    /// <exception cref="InvalidCredentialsException">The account is banned or gone.</exception>
    Task<Session> StartAsync(CustomerId customer, CancellationToken cancellationToken);

    /// <summary>Trades a refresh token for the next session. Repeated within ten seconds it gives the same refresh token again.</summary>
    /// <exception cref="InvalidCredentialsException">Unknown, expired or used before; or the account is banned or gone.</exception>
    Task<Session> RefreshAsync(string refreshToken, CancellationToken cancellationToken);

    /// <summary>Inside the caller's transaction. Access tokens that were given out die by themselves within ten minutes, or by <see cref="IAccessRevocations"/>.</summary>
    Task EndAllAsync(CustomerId customer, CancellationToken cancellationToken);

    /// <summary>Those that have not ended, oldest first.</summary>
    Task<IReadOnlyList<SessionTimes>> ListAsync(CustomerId customer, CancellationToken cancellationToken);

    /// <returns>False when there was no such session any more.</returns>
    Task<bool> EndAsync(string refreshToken, CancellationToken cancellationToken);
}

/// <summary>When somebody signed in, was last there, and is signed out at the latest.</summary>
public sealed record SessionTimes(DateTimeOffset StartedAt, DateTimeOffset RefreshedAt, DateTimeOffset EndsAt);
