using System.Net;
using System.Net.Security;
using Microsoft.Extensions.Configuration;

namespace Webox.Infrastructure.Mail;

/// <summary>The mail server that takes our mails.</summary>
internal sealed record SmtpOptions(string Host, int Port, SmtpSecurity Security)
{
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Null: the certificates that the system trusts.</summary>
    public RemoteCertificateValidationCallback? CertificateCheck { get; init; }

    /// <returns>Null when no server is configured.</returns>
    /// <exception cref="FormatException">A password would travel readable, or a value is none.</exception>
    public static SmtpOptions? Read(IConfiguration configuration)
    {
        if (configuration["WEBOX_SMTP_HOST"] is not { Length: > 0 } host)
        {
            return null;
        }

        var security = (configuration["WEBOX_SMTP_SECURITY"] ?? "") switch
        {
            "" or "starttls" => SmtpSecurity.StartTls,
            "tls" => SmtpSecurity.Tls,
            "none" => SmtpSecurity.None,
            _ => throw new FormatException("WEBOX_SMTP_SECURITY: It is starttls, tls or none."),
        };
        var user = configuration["WEBOX_SMTP_USER"];
        if (security is SmtpSecurity.None && !string.IsNullOrEmpty(user) && !IsLoopback(host))
        {
            throw new FormatException("WEBOX_SMTP_SECURITY: With none, the password would travel readable to another machine.");
        }

        return new(host, configuration.GetValue("WEBOX_SMTP_PORT", security is SmtpSecurity.Tls ? 465 : 587), security)
        {
            User = string.IsNullOrEmpty(user) ? null : user,
            Password = configuration["WEBOX_SMTP_PASSWORD"],
        };
    }

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

internal enum SmtpSecurity
{
    /// <summary>A plain connection that turns to TLS before anything is said; without it nothing is sent.</summary>
    StartTls,

    Tls,

    None,
}
