using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Accounts;

/// <summary>Finds the secret of this installation, or makes it.</summary>
internal sealed class InstallationSecret(IConfiguration configuration, DataFolder data)
{
    private const int LengthMin = 32;

    /// <summary>At least 32 bytes.</summary>
    /// <exception cref="StartRefusedException">The configured secret is too short. The message says how to make one.</exception>
    public byte[] Read() =>
        configuration["WEBOX_SECRET"] is { Length: > 0 } configured ? Decode(configured) : ReadOrCreateFile();

    /// <summary>Base64 or hexadecimal of at least 32 bytes, else the text's own bytes.</summary>
    public static byte[] Decode(string text)
    {
        var trimmed = text.Trim();
        var bytes = IsHex(trimmed) ? Convert.FromHexString(trimmed)
            : FromBase64(trimmed) is { Length: >= LengthMin } decoded ? decoded
            : Encoding.UTF8.GetBytes(trimmed);
        return bytes.Length >= LengthMin && bytes.Distinct().Count() >= 8
            ? bytes
            : throw new StartRefusedException("WEBOX_SECRET needs at least 32 random bytes. Make one with: openssl rand -base64 32");
    }

    private byte[] ReadOrCreateFile()
    {
        var file = Path.Combine(data.Folder("keys"), "secret");
        if (!File.Exists(file))
        {
            // To move a file to a free name looks first and then moves: two processes that start at once would each keep a secret of their own.
            using var turn = WaitForTurn($"{file}.lock");
            if (!File.Exists(file))
            {
                Create(file);
            }
        }

        return Decode(File.ReadAllText(file));
    }

    private static FileStream WaitForTurn(string path)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 500)
            {
#pragma warning disable RS0030 // Whoever needs a key is made by a constructor, and those cannot await.
                Thread.Sleep(10);
#pragma warning restore RS0030
            }
        }
    }

    private static void Create(string file)
    {
        // Written whole under another name first: who does not wait for a turn never reads half a secret.
        var draft = $"{file}.draft";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(LengthMin))));
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file);
    }

    private static bool IsHex(string text) => text.Length >= 2 * LengthMin && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);

    private static byte[]? FromBase64(string text)
    {
        if (Base64.IsValid(text))
        {
            return Convert.FromBase64String(text);
        }

        return Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
    }
}
