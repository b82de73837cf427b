using System.Text;
using System.Text.RegularExpressions;
using Webox.Application.Mail;
using Webox.Domain;
using Webox.Infrastructure.Mail;

namespace Webox.Infrastructure.Tests.Mail;

public sealed partial class MimeMessageTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("Hello\r\nBcc: everybody@example.com")]
    [InlineData("Hello\nBcc: everybody@example.com")]
    [InlineData("Hello\r\n\r\n.\r\nMAIL FROM:<x@example.com>")]
    [InlineData("=?utf-8?Q?=0D=0ABcc:_x?=")]
    [InlineData("Une très longue ligne d'objet, avec des accents éàü et un 🎉, qui ne tient pas en une seule ligne d'en-tête et se plie")]
    public void A_subject_stays_a_subject(string subject)
    {
        var lines = Write(subject, "text").Split("\r\n");

        var headers = lines.TakeWhile(line => line.Length > 0).ToList();
        Assert.Equal(
            ["Date", "From", "To", "Message-ID", "Subject", "Auto-Submitted", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"],
            headers.Where(line => line[0] != ' ').Select(line => line.Split(':')[0]));
        Assert.All(headers, line => Assert.True(line.Length <= 78 && line.All(letter => letter is >= ' ' and <= '~'), line));
        var words = headers.Where(line => line.StartsWith("Subject: ", StringComparison.Ordinal) || line[0] == ' ').SelectMany(line => EncodedWord().Matches(line));
        Assert.Equal(subject, string.Concat(words.Select(word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)))));
    }

    [Fact]
    public void A_plain_subject_is_readable_and_the_date_is_utc()
    {
        var message = Write("Your order W-2026-1", "text");

        Assert.Contains("\r\nSubject: Your order W-2026-1\r\n", message, StringComparison.Ordinal);
        Assert.StartsWith("Date: Fri, 02 Jan 2026 03:04:05 +0000\r\nFrom: <shop@example.com>\r\nTo: <ada@example.com>\r\n", message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_of_the_text_is_long_or_begins_with_a_dot()
    {
        var message = Write("s", string.Join('\n', Enumerable.Repeat(".é" + new string('x', 3000), 5)));

        Assert.All(message.Split("\r\n"), line => Assert.True(line.Length <= 78 && !line.StartsWith('.'), line));
    }

    private static string Write(string subject, string text) =>
        MimeMessage.Write(new EmailMessage(Guid.CreateVersion7(Now), EmailAddress.Parse("ada@example.com"), subject, text), EmailAddress.Parse("shop@example.com"), Now);

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=")]
    private static partial Regex EncodedWord();
}
