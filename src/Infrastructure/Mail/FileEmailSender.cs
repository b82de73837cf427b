using System.Text;
using Webox.Application.Mail;

namespace Webox.Infrastructure.Mail;

/// <summary>Without a mail server, mails are files that a mail program opens: <c>mails/….eml</c> in the data folder.</summary>
internal sealed class FileEmailSender(DataFolder data, MailSettings settings, TimeProvider clock) : IEmailSender
{
    public string Folder => data.Folder("mails");

    public async Task SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        var file = Path.Combine(Folder, $"{message.Id:N}.eml");
        await File.WriteAllTextAsync($"{file}.draft", MimeMessage.Write(message, settings.From, clock.GetUtcNow()), Encoding.ASCII, cancellationToken);
        File.Move($"{file}.draft", file, overwrite: true);
    }
}
