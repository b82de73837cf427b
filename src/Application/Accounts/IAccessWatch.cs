using System.Security.Claims;

namespace Webox.Application.Accounts;

/// <summary>Tells what was opened with an access token that the token was taken back.</summary>
public interface IAccessWatch
{
    /// <param name="user">As <see cref="IAccessTokens.ReadAsync"/> gave it.</param>
    /// <param name="revoked">Called once, at once if it was taken back before.</param>
    /// <returns>Disposing it ends the watch.</returns>
    IDisposable Watch(ClaimsPrincipal user, Action revoked);
}
