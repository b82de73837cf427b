using System.Text;
using Webox.Application.Mail;
using Webox.Domain;
using Webox.Infrastructure.Mail;

namespace Webox.Infrastructure.Tests.Mail;

public sealed class SmtpEmailSenderTests
{
    private static readonly EmailMessage Hello = new(
        new Guid("0197b0a0-0000-7000-8000-000000000001"), EmailAddress.Parse("ada@example.com"), "Bonjour à vous", "Ligne 1\n.\nLigne 3 : 5 €\n");

    [Fact]
    public async Task A_mail_is_signed_in_for_and_handed_over_encrypted()
    {
        await using var server = new SmtpServer(offersTls: true);

        await Sender(server, SmtpSecurity.StartTls, user: "webox", trusts: true).SendAsync(Hello, default);

        // Its last word comes when the mail is on its way: the server has heard it when it is done.
        await server.DisposeAsync();
        Assert.Equal(
            [
                "EHLO shop.example", "STARTTLS", "🔒 EHLO shop.example", "🔒 AUTH PLAIN " + Convert.ToBase64String("\0webox\0secret"u8),
                "🔒 MAIL FROM:<orders@shop.example>", "🔒 RCPT TO:<ada@example.com>", "🔒 DATA", "🔒 QUIT",
            ],
            server.Commands.Select(command => command.Replace("\\0", "\0", StringComparison.Ordinal)));
        var (headers, body) = Split(server.Messages.Single());
        Assert.Contains("Message-ID: <0197b0a0000070008000000000000001@shop.example>", headers);
        Assert.Contains($"Subject: =?utf-8?B?{Convert.ToBase64String("Bonjour à vous"u8)}?=", headers);
        Assert.Equal("Ligne 1\r\n.\r\nLigne 3 : 5 €\r\n", Encoding.UTF8.GetString(Convert.FromBase64String(body)));
    }

    [Fact]
    public async Task Without_encryption_where_it_must_be_nothing_is_said()
    {
        await using var server = new SmtpServer(offersTls: false);

        await Assert.ThrowsAsync<EmailNotSentException>(() => Sender(server, SmtpSecurity.StartTls, user: "webox").SendAsync(Hello, default));

        Assert.Equal(["EHLO shop.example"], server.Commands);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_taken()
    {
        await using var server = new SmtpServer(offersTls: true);

        await Assert.ThrowsAsync<EmailNotSentException>(() => Sender(server, SmtpSecurity.StartTls, user: "webox").SendAsync(Hello, default));

        Assert.Equal(["EHLO shop.example", "STARTTLS"], server.Commands);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 unknown", true)]
    [InlineData("RCPT", "451 4.7.1 greylisted", false)]
    [InlineData("DATA", "554 no", true)]
    [InlineData("MAIL", "550 not from you", false)]
    [InlineData("AUTH", "535 wrong password", false)]
    [InlineData("EHLO", "hello", false)]
    public async Task A_refusal_is_final_when_it_is_about_the_mail(string command, string answer, bool isFinal)
    {
        await using var server = new SmtpServer(answers: new() { [command] = answer });

        var refusal = await Record.ExceptionAsync(() => Sender(server, SmtpSecurity.None, user: "webox").SendAsync(Hello, default));

        Assert.Equal(isFinal ? typeof(EmailRefusedException) : typeof(EmailNotSentException), refusal!.GetType());
        Assert.Empty(server.Messages);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again()
    {
        var server = new SmtpServer();
        var sender = Sender(server, SmtpSecurity.None);
        await server.DisposeAsync();

        await Assert.ThrowsAsync<EmailNotSentException>(() => sender.SendAsync(Hello, default));
    }

    private static SmtpEmailSender Sender(SmtpServer server, SmtpSecurity security, string? user = null, bool trusts = false) => new(
        new SmtpOptions("127.0.0.1", server.Port, security)
        {
            User = user,
            Password = "secret",
            CertificateCheck = trusts ? (_, certificate, _, _) => certificate!.GetCertHashString() == server.Certificate.GetCertHashString() : null,
        },
        new MailSettings(EmailAddress.Parse("orders@shop.example")),
        TimeProvider.System);

    private static (string[] Headers, string Body) Split(string message)
    {
        var parts = message.Split("\n\n", 2);
        return (parts[0].Split('\n'), parts[1].Replace("\n", "", StringComparison.Ordinal));
    }
}
