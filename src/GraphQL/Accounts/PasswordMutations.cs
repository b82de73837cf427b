using Webox.Application.Accounts;
using Webox.Domain;
using Webox.Domain.Accounts;

namespace Webox.GraphQL.Accounts;

[MutationType]
public static class PasswordMutations
{
    /// <summary>Sends a link to choose a new password, if somebody has this address: the answer is the same.</summary>
    [AllowAnonymous]
    [Error<InvalidEmailException>]
    [Error<TooManyAttemptsException>]
    [UseMutationConvention(PayloadFieldName = "requested")]
    public static async Task<bool> RequestPasswordResetAsync(string email, RequestPasswordReset requestPasswordReset, CancellationToken cancellationToken)
    {
        await requestPasswordReset.ExecuteAsync(email, cancellationToken);
        return true;
    }

    /// <summary>Chooses a new password and ends every session; sign in with it. The token is in the mail, and works once, for an hour.</summary>
    /// <param name="newPassword">8 to 128 characters; the commonest are refused.</param>
    [AllowAnonymous]
    [Error<InvalidEmailTokenException>]
    [Error<WeakPasswordException>]
    [Error<TooManyAttemptsException>]
    [UseMutationConvention(PayloadFieldName = "reset")]
    public static async Task<bool> ResetPasswordAsync(string token, string newPassword, ResetPassword resetPassword, CancellationToken cancellationToken)
    {
        await resetPassword.ExecuteAsync(token, newPassword, cancellationToken);
        return true;
    }

    /// <summary>Changes one's password and ends every session but the new one that it gives.</summary>
    /// <param name="newPassword">8 to 128 characters; the commonest are refused.</param>
    [Authorize]
    [Error<InvalidCredentialsException>]
    [Error<WeakPasswordException>]
    [Error<TooManyAttemptsException>]
    public static Task<Session> ChangePasswordAsync(
        string currentPassword, string newPassword, ChangePassword changePassword, CancellationToken cancellationToken) =>
        changePassword.ExecuteAsync(currentPassword, newPassword, cancellationToken);
}
