using Webox.Application.Accounts;
using Webox.Domain;
using Webox.Domain.Accounts;

namespace Webox.GraphQL.Accounts;

[MutationType]
public static class EmailMutations
{
    /// <summary>Sends the mail that verifies one's address once more. `sent` is false when it is verified.</summary>
    [Authorize]
    [Error<TooManyAttemptsException>]
    [UseMutationConvention(PayloadFieldName = "sent")]
    public static Task<bool> RequestEmailVerificationAsync(RequestEmailVerification requestEmailVerification, CancellationToken cancellationToken) =>
        requestEmailVerification.ExecuteAsync(cancellationToken);

    /// <summary>Shows that one reads mail at one's address. The token is in the mail, and works once, for a day.</summary>
    [AllowAnonymous]
    [Error<InvalidEmailTokenException>]
    [UseMutationConvention(PayloadFieldName = "verified")]
    public static async Task<bool> VerifyEmailAsync(string token, VerifyEmail verifyEmail, CancellationToken cancellationToken)
    {
        await verifyEmail.ExecuteAsync(token, cancellationToken);
        return true;
    }

    /// <summary>
    /// Writes to the address one wants to have instead; `confirmEmailChange` makes the change. The answer is the same whether somebody has
    /// the address or not.
    /// </summary>
    [Authorize]
    [Error<InvalidEmailException>]
    [Error<InvalidCredentialsException>]
    [Error<TooManyAttemptsException>]
    [UseMutationConvention(PayloadFieldName = "requested")]
    public static async Task<bool> RequestEmailChangeAsync(
        string newEmail, string password, RequestEmailChange requestEmailChange, CancellationToken cancellationToken)
    {
        await requestEmailChange.ExecuteAsync(newEmail, password, cancellationToken);
        return true;
    }

    /// <summary>Takes the new address. The token is in the mail, and works once, for a day.</summary>
    [AllowAnonymous]
    [Error<InvalidEmailTokenException>]
    [Error<EmailTakenException>]
    [UseMutationConvention(PayloadFieldName = "changed")]
    public static async Task<bool> ConfirmEmailChangeAsync(string token, ConfirmEmailChange confirmEmailChange, CancellationToken cancellationToken)
    {
        await confirmEmailChange.ExecuteAsync(token, cancellationToken);
        return true;
    }
}
