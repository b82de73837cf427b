using Webox.Application.Accounts;
using Webox.Domain.Accounts;

namespace Webox.GraphQL.Accounts;

[MutationType]
public static class TwoFactorMutations
{
    /// <summary>Makes a key for an authenticator app. Nothing changes until `confirmTwoFactor` has seen a code of it.</summary>
    [Authorize]
    [Error<InvalidCredentialsException>]
    [Error<TooManyAttemptsException>]
    [UseMutationConvention(PayloadFieldName = "setup")]
    public static Task<TwoFactorSetup> SetUpTwoFactorAsync(string password, SetUpTwoFactor setUpTwoFactor, CancellationToken cancellationToken) =>
        setUpTwoFactor.ExecuteAsync(password, cancellationToken);

    /// <summary>From now on signing in needs a code, too. Gives ten recovery codes, each good for one sign-in without the app: show them once.</summary>
    /// <param name="code">Six digits that the app shows.</param>
    [Authorize]
    [Error<InvalidTwoFactorCodeException>]
    [UseMutationConvention(PayloadFieldName = "recoveryCodes")]
    public static Task<IReadOnlyList<string>> ConfirmTwoFactorAsync(string code, ConfirmTwoFactor confirmTwoFactor, CancellationToken cancellationToken) =>
        confirmTwoFactor.ExecuteAsync(code, cancellationToken);

    /// <summary>Signing in needs the password alone again.</summary>
    /// <param name="code">Six digits, or a recovery code.</param>
    [Authorize]
    [Error<InvalidCredentialsException>]
    [Error<TooManyAttemptsException>]
    [UseMutationConvention(PayloadFieldName = "disabled")]
    public static async Task<bool> DisableTwoFactorAsync(
        string password, string code, DisableTwoFactor disableTwoFactor, CancellationToken cancellationToken)
    {
        await disableTwoFactor.ExecuteAsync(password, code, cancellationToken);
        return true;
    }
}
