namespace Webox.Application.Accounts;

/// <summary>Ends a session. Its access token dies by itself within ten minutes.</summary>
public sealed class SignOut(ISessions sessions)
{
    /// <returns>False when the session had ended before.</returns>
    public Task<bool> ExecuteAsync(string refreshToken, CancellationToken cancellationToken) =>
        sessions.EndAsync(refreshToken, cancellationToken);
}
