namespace Webox.Domain.Accounts;

/// <summary>Somebody registered with this e-mail address before.</summary>
public sealed class EmailTakenException() : DomainException("Un compte existe déjà avec cette adresse e-mail.");

/// <summary>The password is too short, too long, or among those that are tried first.</summary>
public sealed class WeakPasswordException(string message) : DomainException(message);

/// <summary>The name is empty or too long.</summary>
public sealed class InvalidNameException() : DomainException("Le nom doit compter de 1 à 200 caractères.");

/// <summary>
/// No account with this e-mail address and password, or no session with this token. Which of them is wrong is not told.
/// </summary>
public sealed class InvalidCredentialsException() : DomainException("Identifiants incorrects ou session expirée.");

/// <summary>The link of a mail was used, has expired, or was never ours.</summary>
public sealed class InvalidEmailTokenException() : DomainException("Ce lien n'est plus valable : demandez-en un nouveau.");

/// <summary>The password was right; a code of the authenticator is needed, too.</summary>
public sealed class TwoFactorRequiredException() : DomainException("Saisissez le code de votre application d'authentification.");

/// <summary>It is no code of the key that was made last.</summary>
public sealed class InvalidTwoFactorCodeException() : DomainException("Ce code n'est pas le bon : vérifiez l'heure de votre appareil et réessayez.");

/// <summary>Money of theirs is on its way: it must be known first where it ends.</summary>
public sealed class PaymentUndecidedException()
    : DomainException("Un paiement ou un remboursement est en cours : réessayez quand il sera terminé.");

/// <summary>There is no such account, or it was deleted.</summary>
public sealed class AccountNotFoundException() : DomainException("Ce compte n'existe pas.");

/// <summary>Only an administrator locks and unlocks accounts of the staff.</summary>
public sealed class StaffAccountException() : DomainException("Seul un administrateur peut bloquer ou débloquer un compte du personnel.");

/// <summary>Without them nobody could administer the shop.</summary>
public sealed class LastAdminException() : DomainException("La boutique doit garder au moins un administrateur.");

/// <summary>Too many attempts from one place, or too many at once.</summary>
public sealed class TooManyAttemptsException(DateTimeOffset retryAt) : DomainException("Trop de tentatives : réessayez un peu plus tard.")
{
    /// <summary>An attempt before this moment is refused unseen.</summary>
    public DateTimeOffset RetryAt { get; } = retryAt;
}
