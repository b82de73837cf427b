using Webox.Application.Mail;

namespace Webox.Infrastructure.Mail;

/// <summary>What a mail server answers. https://www.rfc-editor.org/rfc/rfc5321#section-4.2</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int LinesMax = 64;

    public bool IsPositive => Code is >= 200 and < 400;

    /// <exception cref="EmailNotSentException">It hung up, or speaks something else.</exception>
    public static async Task<SmtpReply> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        List<string> lines = [];
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code) || lines.Count == LinesMax)
            {
                throw new EmailNotSentException("The mail server does not answer as one.");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new(code, lines);
            }
        }

        throw new EmailNotSentException("The mail server hung up.");
    }

    /// <summary>Whether the answer to EHLO lists an extension, with a parameter when one is asked for.</summary>
    public bool Offers(string extension, string? parameter = null) => Lines.Any(line =>
        line.Split(' ') is [var name, .. var parameters]
        && name.Equals(extension, StringComparison.OrdinalIgnoreCase)
        && (parameter is null || parameters.Contains(parameter, StringComparer.OrdinalIgnoreCase)));

    /// <param name="about">What was asked, without what was in it.</param>
    /// <param name="isFinal">A 5yz answer to this is about the mail, and not about us.</param>
    public void Require(string about, bool isFinal = false)
    {
        if (IsPositive)
        {
            return;
        }

        var message = $"The mail server answers {about} with {Code}.";
        throw isFinal && Code is >= 500 ? new EmailRefusedException(message) : new EmailNotSentException(message);
    }
}
