using System.Net.Sockets;
using System.Security.Authentication;
using Webox.Application.Mail;

namespace Webox.Infrastructure.Mail;

/// <summary>Hands mails to a mail server, one connection each.</summary>
internal sealed class SmtpEmailSender(SmtpOptions options, MailSettings settings, TimeProvider clock) : IEmailSender
{
    /// <summary>For a whole mail; well below <see cref="SendMails.ClaimTime"/>.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var from = settings.From.Value;
            await using var connection = await SmtpConnection.OpenAsync(options, from[(from.LastIndexOf('@') + 1)..], either.Token);
            await connection.SendAsync(from, message.To.Value, MimeMessage.Write(message, settings.From, clock.GetUtcNow()), either.Token);
            await QuitAsync(connection, either.Token);
        }
        catch (Exception failure) when (failure is IOException or SocketException or AuthenticationException)
        {
            throw new EmailNotSentException("The mail server was not reached, or the connection broke.", failure);
        }
        catch (OperationCanceledException canceled) when (patience.IsCancellationRequested)
        {
            throw new EmailNotSentException("The mail server took too long.", canceled);
        }
    }

    private static async Task QuitAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.QuitAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // It took the mail: a second one would be worse than no farewell.
        }
    }
}
