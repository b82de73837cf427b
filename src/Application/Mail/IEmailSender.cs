using Webox.Domain;

namespace Webox.Application.Mail;

/// <summary>Hands mails over. Never called inside a transaction.</summary>
public interface IEmailSender
{
    /// <exception cref="EmailRefusedException">It will never be taken.</exception>
    /// <exception cref="EmailNotSentException">It was not taken this time.</exception>
    Task SendAsync(EmailMessage message, CancellationToken cancellationToken);
}

/// <summary>A mail as people read it.</summary>
/// <param name="Id">The same at every repetition.</param>
/// <param name="Text">Plain, with line feeds.</param>
public sealed record EmailMessage(Guid Id, EmailAddress To, string Subject, string Text);

/// <summary>The server of the recipient, or ours, refused the mail for good.</summary>
public sealed class EmailRefusedException(string message) : Exception(message);

/// <summary>The mail could not be handed over now.</summary>
public sealed class EmailNotSentException(string message, Exception? cause = null) : Exception(message, cause);
