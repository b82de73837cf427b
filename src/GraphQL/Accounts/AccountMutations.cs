using Webox.Application.Accounts;
using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Accounts;

[MutationType]
public static class AccountMutations
{
    /// <summary>Makes an account and signs in.</summary>
    /// <param name="password">8 to 128 characters; the commonest are refused.</param>
    /// <param name="cartToken">Merges this guest cart into the new customer's.</param>
    /// <param name="language">What mails are written in. Default: `FR`.</param>
    [AllowAnonymous]
    [Error<EmailTakenException>]
    [Error<InvalidEmailException>]
    [Error<WeakPasswordException>]
    public static async Task<RegisterPayload> RegisterAsync(
        string email,
        string name,
        string password,
        string? cartToken,
        Language? language,
        RegisterCustomer registerCustomer,
        CancellationToken cancellationToken)
    {
        var (session, viewer) = await registerCustomer.ExecuteAsync(email, name, password, cartToken, language ?? Language.Fr, cancellationToken);
        return new RegisterPayload(session, viewer);
    }

    /// <summary>Starts a session. After five failures it waits: see `TooManyAttemptsError`.</summary>
    /// <param name="twoFactorCode">Six digits, or a recovery code, when two-factor is on.</param>
    /// <param name="cartToken">Merges this guest cart into the customer's.</param>
    [AllowAnonymous]
    [Error<InvalidCredentialsException>]
    [Error<TwoFactorRequiredException>]
    [Error<TooManyAttemptsException>]
    public static async Task<SignInPayload> SignInAsync(
        string email, string password, string? twoFactorCode, string? cartToken, SignIn signIn, CancellationToken cancellationToken)
    {
        var (session, viewer) = await signIn.ExecuteAsync(email, password, twoFactorCode, cartToken, cancellationToken);
        return new SignInPayload(session, viewer);
    }

    /// <summary>Trades a refresh token, once, for a new session.</summary>
    [AllowAnonymous]
    [Error<InvalidCredentialsException>]
    public static Task<Session> RefreshSessionAsync(string refreshToken, RefreshSession refreshSession, CancellationToken cancellationToken) =>
        refreshSession.ExecuteAsync(refreshToken, cancellationToken);

    /// <summary>Ends a session. `signedOut` is false when it had ended before.</summary>
    [AllowAnonymous]
    [UseMutationConvention(PayloadFieldName = "signedOut")]
    public static Task<bool> SignOutAsync(string refreshToken, SignOut signOut, CancellationToken cancellationToken) =>
        signOut.ExecuteAsync(refreshToken, cancellationToken);
}
