using Webox.Application.Accounts;
using Webox.Domain.Accounts;

namespace Webox.GraphQL.Accounts;

[MutationType]
public static class DeletionMutations
{
    /// <summary>
    /// Deletes one's account for good and erases the person: name, addresses, conversations, prompts, generations with their files, reviews,
    /// lists. Orders and invoices stay, as the law asks. Unpaid orders and running generations are canceled; credits that are left are
    /// lost. Every session ends at once, this one, too.
    /// </summary>
    /// <param name="twoFactorCode">Six digits, or a recovery code, when two-factor is on.</param>
    [Authorize]
    [Error<InvalidCredentialsException>]
    [Error<TwoFactorRequiredException>]
    [Error<TooManyAttemptsException>]
    [Error<PaymentUndecidedException>]
    [Error<LastAdminException>]
    [UseMutationConvention(PayloadFieldName = "deleted")]
    public static async Task<bool> DeleteAccountAsync(
        string password, string? twoFactorCode, DeleteAccount deleteAccount, CancellationToken cancellationToken)
    {
        await deleteAccount.ExecuteAsync(password, twoFactorCode, cancellationToken);
        return true;
    }
}
