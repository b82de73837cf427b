using System.Text;
using Microsoft.Extensions.Logging;
using Webox.Application.Mail;

namespace Webox.Infrastructure.Mail;

/// <summary>Without a mail server, mails are files that a mail program opens: <c>mails/….eml</c> in the data folder.</summary>
internal sealed partial class FileEmailSender : IEmailSender
{
    private readonly MailSettings _settings;
    private readonly TimeProvider _clock;

    public FileEmailSender(DataFolder data, MailSettings settings, TimeProvider clock, ILogger<FileEmailSender> log)
    {
        (Folder, _settings, _clock) = (data.Folder("mails"), settings, clock);
        Log.NoServer(log, Folder);
    }

    public string Folder { get; }

    public async Task SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        var file = Path.Combine(Folder, $"{message.Id:N}.eml");
        await File.WriteAllTextAsync($"{file}.draft", MimeMessage.Write(message, _settings.From, _clock.GetUtcNow()), Encoding.ASCII, cancellationToken);
        File.Move($"{file}.draft", file, overwrite: true);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "WEBOX_SMTP_HOST is not set: mails are not sent but written to {Folder}")]
        public static partial void NoServer(ILogger log, string folder);
    }
}
