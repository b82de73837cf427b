using Webox.Application.Accounts;
using Webox.Domain.Accounts;

namespace Webox.Infrastructure.Accounts;

/// <summary>The limits on guessing, how often one address may try and how often one e-mail address may fail from one network; and on mails.</summary>
internal sealed class SignInGuard(AttemptLimits limits, FailedSignIns failures, RefusedSignIns refused, IClientAddress client) : IMailLimits
{
    /// <exception cref="TooManyAttemptsException">Too many registrations from this address.</exception>
    public void CountRegistration() => limits.CountRegistration(client.Address);

    /// <summary>Counts the attempt as failed until <see cref="ForgetAsync"/>.</summary>
    /// <exception cref="TooManyAttemptsException">The password must not even be looked at.</exception>
    public Task BeginAsync(string email, CancellationToken cancellationToken)
    {
        limits.CountSignIn(client.Address);
        return failures.BeginAsync(email, cancellationToken);
    }

    /// <summary>The attempt was refused: the audit trail says so.</summary>
    public async Task RefuseAsync(string email, CancellationToken cancellationToken) =>
        await refused.NoteAsync(email, await failures.IsClosedAsync(email, cancellationToken), cancellationToken);

    public void Count(string recipient)
    {
        limits.CountSignIn(client.Address);
        limits.CountMail(recipient);
    }

    public Task ForgetAsync(string email, CancellationToken cancellationToken) => failures.ForgetAsync(email, cancellationToken);
}
