using Microsoft.Extensions.Configuration;
using Webox.Infrastructure.Mail;

namespace Webox.Infrastructure.Tests.Mail;

public sealed class SmtpOptionsTests
{
    [Fact]
    public void Without_a_host_there_is_none() => Assert.Null(Read(new() { ["WEBOX_SMTP_USER"] = "x" }));

    [Theory]
    [InlineData(null, nameof(SmtpSecurity.StartTls), 587)]
    [InlineData("starttls", nameof(SmtpSecurity.StartTls), 587)]
    [InlineData("tls", nameof(SmtpSecurity.Tls), 465)]
    [InlineData("none", nameof(SmtpSecurity.None), 587)]
    public void Encryption_is_what_it_is_without_a_word(string? said, string security, int port)
    {
        var options = Read(new() { ["WEBOX_SMTP_HOST"] = "mail.example", ["WEBOX_SMTP_SECURITY"] = said })!;

        Assert.Equal((security, port), (options.Security.ToString(), options.Port));
    }

    [Theory]
    [InlineData("mail.example", true)]
    [InlineData("10.0.0.5", true)]
    [InlineData("localhost", false)]
    [InlineData("127.0.0.1", false)]
    public void A_password_does_not_leave_the_machine_readable(string host, bool isRefused)
    {
        var refusal = Record.Exception(() => Read(new() { ["WEBOX_SMTP_HOST"] = host, ["WEBOX_SMTP_SECURITY"] = "none", ["WEBOX_SMTP_USER"] = "x" }));

        Assert.Equal(isRefused, refusal is FormatException);
    }

    private static SmtpOptions? Read(Dictionary<string, string?> settings) =>
        SmtpOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
