using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Webox.Application.Mail;

namespace Webox.Infrastructure.Mail;

/// <summary>A conversation with a mail server, signed in and ready for mails. https://www.rfc-editor.org/rfc/rfc5321</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private readonly SmtpOptions _options;
    private readonly TcpClient _tcp = new();
    private Stream _stream = Stream.Null;
    private StreamReader _reader = StreamReader.Null;

    private SmtpConnection(SmtpOptions options) => _options = options;

    /// <param name="clientName">How we call ourselves.</param>
    /// <exception cref="EmailNotSentException">It cannot be reached, does not take us, or offers no encryption where it must.</exception>
    public static async Task<SmtpConnection> OpenAsync(SmtpOptions options, string clientName, CancellationToken cancellationToken)
    {
        var connection = new SmtpConnection(options);
        try
        {
            await connection.GreetAsync(clientName, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <param name="message">As <see cref="MimeMessage"/> writes it: no line begins with a dot.</param>
    /// <exception cref="EmailRefusedException">The server refused sender, recipient or message for good.</exception>
    /// <exception cref="EmailNotSentException">It did not take it now.</exception>
    public async Task SendAsync(string from, string to, string message, CancellationToken cancellationToken)
    {
        (await CommandAsync($"MAIL FROM:<{from}>", cancellationToken)).Require("MAIL");
        (await CommandAsync($"RCPT TO:<{to}>", cancellationToken)).Require("RCPT", isFinal: true);
        (await CommandAsync("DATA", cancellationToken)).Require("DATA", isFinal: true);
        (await CommandAsync($"{message}\r\n.", cancellationToken)).Require("the message", isFinal: true);
    }

    /// <summary>The server has the mail by now: how it takes our leave does not matter.</summary>
    public Task QuitAsync(CancellationToken cancellationToken) => WriteAsync("QUIT", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _tcp.Dispose();
    }

    private async Task GreetAsync(string clientName, CancellationToken cancellationToken)
    {
        await _tcp.ConnectAsync(_options.Host, _options.Port, cancellationToken);
        Use(_tcp.GetStream());
        if (_options.Security is SmtpSecurity.Tls)
        {
            await EncryptAsync(cancellationToken);
        }

        (await SmtpReply.ReadAsync(_reader, cancellationToken)).Require("our greeting");
        var offers = await HelloAsync(clientName, cancellationToken);
        if (_options.Security is SmtpSecurity.StartTls)
        {
            if (!offers.Offers("STARTTLS"))
            {
                throw new EmailNotSentException("The mail server offers no STARTTLS, and nothing is sent readable.");
            }

            (await CommandAsync("STARTTLS", cancellationToken)).Require("STARTTLS");
            await EncryptAsync(cancellationToken);
            offers = await HelloAsync(clientName, cancellationToken);
        }

        if (_options.User is { } user)
        {
            await SignInAsync(offers, user, _options.Password ?? "", cancellationToken);
        }
    }

    private async Task<SmtpReply> HelloAsync(string clientName, CancellationToken cancellationToken)
    {
        var reply = await CommandAsync($"EHLO {clientName}", cancellationToken);
        reply.Require("EHLO");
        return reply;
    }

    private async Task EncryptAsync(CancellationToken cancellationToken)
    {
        var tls = new SslStream(_stream, leaveInnerStreamOpen: false, _options.CertificateCheck);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = _options.Host }, cancellationToken);

        // A new reader, too: whatever came with the answer to STARTTLS was said by who knows whom.
        Use(tls);
    }

    private async Task SignInAsync(SmtpReply offers, string user, string password, CancellationToken cancellationToken)
    {
        if (offers.Offers("AUTH", "PLAIN"))
        {
            (await CommandAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", cancellationToken)).Require("AUTH");
            return;
        }

        (await CommandAsync("AUTH LOGIN", cancellationToken)).Require("AUTH");
        (await CommandAsync(Base64(user), cancellationToken)).Require("AUTH");
        (await CommandAsync(Base64(password), cancellationToken)).Require("AUTH");
    }

    private async Task<SmtpReply> CommandAsync(string command, CancellationToken cancellationToken)
    {
        await WriteAsync(command, cancellationToken);
        return await SmtpReply.ReadAsync(_reader, cancellationToken);
    }

    private async Task WriteAsync(string line, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\n"), cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    private void Use(Stream stream) => (_stream, _reader) = (stream, new StreamReader(stream, Encoding.ASCII));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
