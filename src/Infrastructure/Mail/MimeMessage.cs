using System.Globalization;
using System.Text;
using Webox.Application.Mail;
using Webox.Domain;

namespace Webox.Infrastructure.Mail;

/// <summary>
/// A mail as it travels (RFC 5322): plain text in UTF-8. Nothing that people typed can begin a header or end the message: addresses have
/// the form that <see cref="EmailAddress"/> allows, subjects are encoded words, and the text is base64.
/// </summary>
internal static class MimeMessage
{
    /// <summary>https://www.rfc-editor.org/rfc/rfc2047#section-2: a line is at most 76 characters with the name of the header; of base64, 39 bytes.</summary>
    private const int EncodedWordBytes = 39;

    public static string Write(EmailMessage message, EmailAddress from, DateTimeOffset now) => string.Join(
        "\r\n",
        [
            $"Date: {now.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000",
            $"From: <{from.Value}>",
            $"To: <{message.To.Value}>",
            $"Message-ID: <{message.Id:N}@{from.Value[(from.Value.LastIndexOf('@') + 1)..]}>",
            $"Subject: {Header(message.Subject)}",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(message.Text.ReplaceLineEndings("\r\n")), Base64FormattingOptions.InsertLineBreaks),
            "",
        ]);

    private static string Header(string text) =>
        text.Length <= 60 && text.All(letter => letter is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal)
            ? text
            : string.Join("\r\n ", Words(text).Select(word => $"=?utf-8?B?{Convert.ToBase64String(word)}?="));

    /// <summary>Never splits a character.</summary>
    private static IEnumerable<byte[]> Words(string text)
    {
        var word = new List<byte>();
        var bytes = new byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(bytes);
            if (word.Count + length > EncodedWordBytes)
            {
                yield return [.. word];
                word.Clear();
            }

            word.AddRange(bytes[..length]);
        }

        yield return [.. word];
    }
}
