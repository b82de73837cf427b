using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Webox.Infrastructure.Tests.Mail;

/// <summary>A mail server on the loopback that keeps what it was told. It speaks TLS where it is told to.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, string> _answers;
    private readonly Task _serving;

    /// <param name="answers">What it answers to a command instead: <c>RCPT</c> → <c>550 no</c>.</param>
    public SmtpServer(bool offersTls = false, Dictionary<string, string>? answers = null)
    {
        (OffersTls, _answers) = (offersTls, answers ?? []);
        Certificate = MakeCertificate();
        _listener.Start();
        _serving = ServeAsync();
    }

    public bool OffersTls { get; }

    public X509Certificate2 Certificate { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Every command, with a mark before those that came encrypted.</summary>
    public List<string> Commands { get; } = [];

    public List<string> Messages { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        Certificate.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await TalkAsync(client.GetStream());
            }
            catch (Exception end) when (end is IOException)
            {
                // The client hung up; the next one comes.
            }
            catch (Exception end) when (end is SocketException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        var isEncrypted = false;
        using var plain = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var reader = plain;
        await SayAsync("220 mail.example ready");
        while (await reader.ReadLineAsync() is { } line)
        {
            Commands.Add(isEncrypted ? $"🔒 {line}" : line);
            var verb = line.Split(' ')[0];
            if (_answers.TryGetValue(verb, out var answer))
            {
                await SayAsync(answer);
                continue;
            }

            switch (verb)
            {
                case "EHLO":
                    await SayAsync(OffersTls && !isEncrypted ? "250-mail.example\r\n250-AUTH PLAIN LOGIN\r\n250 STARTTLS" : "250-mail.example\r\n250 AUTH PLAIN LOGIN");
                    break;
                case "STARTTLS":
                    await SayAsync("220 go ahead");
                    var tls = new SslStream(stream);
                    await tls.AuthenticateAsServerAsync(Certificate);
                    (stream, isEncrypted) = (tls, true);
                    reader = new StreamReader(tls, Encoding.ASCII);
                    break;
                case "AUTH":
                    await SayAsync("235 welcome");
                    break;
                case "DATA":
                    await SayAsync("354 end with a dot");
                    Messages.Add(await ReadMessageAsync(reader));
                    await SayAsync("250 queued");
                    break;
                case "QUIT":
                    await SayAsync("221 bye");
                    return;
                default:
                    await SayAsync("250 ok");
                    break;
            }
        }

        async Task SayAsync(string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes($"{text}\r\n"));
    }

    private static async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
    }
}
