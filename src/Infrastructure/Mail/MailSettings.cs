using Microsoft.Extensions.Configuration;
using Webox.Domain;

namespace Webox.Infrastructure.Mail;

/// <summary>From whom mails are.</summary>
internal sealed record MailSettings(EmailAddress From)
{
    /// <exception cref="FormatException"><c>WEBOX_MAIL_FROM</c> is no e-mail address.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        var from = configuration["WEBOX_MAIL_FROM"] is { Length: > 0 } given ? given : "webox@localhost.localdomain";
        try
        {
            return new(EmailAddress.Parse(from));
        }
        catch (InvalidEmailException)
        {
            throw new FormatException("WEBOX_MAIL_FROM: It is no e-mail address.");
        }
    }
}
