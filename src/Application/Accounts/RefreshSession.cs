using Webox.Domain.Accounts;

namespace Webox.Application.Accounts;

/// <summary>Trades a refresh token, once, for a new session.</summary>
public sealed class RefreshSession(ISessions sessions)
{
    /// <exception cref="InvalidCredentialsException">The token is unknown, expired or used; or the account is banned or gone.</exception>
    public Task<Session> ExecuteAsync(string refreshToken, CancellationToken cancellationToken) =>
        sessions.RefreshAsync(refreshToken, cancellationToken);
}
