using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Webox.Infrastructure.Accounts;

/// <summary>
/// Time-based codes with SHA-1, six digits and steps of half a minute, as every authenticator app computes them.
/// https://www.rfc-editor.org/rfc/rfc6238
/// </summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    public static string CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, key);
        hmac.AppendData(counter);
        var hash = hmac.GetHashAndReset();
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a code is of: the present one, or one beside it, since clocks differ. Null: of none of them.</summary>
    public static long? FindStep(byte[] key, string code, DateTimeOffset now)
    {
        var given = Encoding.UTF8.GetBytes(code);
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeOf(key, step)), given))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>In base32 without padding. https://www.rfc-editor.org/rfc/rfc4648#section-6</summary>
    /// <param name="bytes">A multiple of five.</param>
    public static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        for (var i = 0; i < bytes.Length; i += 5)
        {
            var bits = ((long)bytes[i] << 32) | BinaryPrimitives.ReadUInt32BigEndian(bytes[(i + 1)..]);
            for (var shift = 35; shift >= 0; shift -= 5)
            {
                text.Append(Base32[(int)(bits >> shift) & 31]);
            }
        }

        return text.ToString();
    }
}
