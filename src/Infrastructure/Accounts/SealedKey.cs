using System.Security.Cryptography;
using Webox.Application.Accounts;
using Webox.Domain.Customers;

namespace Webox.Infrastructure.Accounts;

/// <summary>
/// The key of an authenticator app as the database holds it: encrypted with AES-256-GCM under the secret of the installation, for one
/// customer. Whoever reads the database can make no codes, and a key that is copied to another account opens nothing.
/// </summary>
internal static class SealedKey
{
    /// <summary>As many as SHA-1 makes: https://www.rfc-editor.org/rfc/rfc4226#section-4</summary>
    public const int KeyBytes = 20;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <returns>Nonce, tag and encrypted key, in base64.</returns>
    public static string Seal(this IKeyRing keys, CustomerId customer, byte[] key)
    {
        var all = new byte[NonceBytes + TagBytes + key.Length];
        var (nonce, tag, cipher) = Split(all);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = Cipher(keys);
        aes.Encrypt(nonce.Span, key, cipher.Span, tag.Span, customer.Value.ToByteArray());
        return Convert.ToBase64String(all);
    }

    /// <exception cref="CryptographicException">Sealed for another customer, or under another secret.</exception>
    public static byte[] Open(this IKeyRing keys, CustomerId customer, string text)
    {
        if (text.Length == 2 * KeyBytes)
        {
            // Stored before keys were sealed.
            return Convert.FromHexString(text);
        }

        var (nonce, tag, cipher) = Split(Convert.FromBase64String(text));
        var key = new byte[cipher.Length];
        using var aes = Cipher(keys);
        aes.Decrypt(nonce.Span, cipher.Span, tag.Span, key, customer.Value.ToByteArray());
        return key;
    }

    private static AesGcm Cipher(IKeyRing keys) => new(keys.DeriveKey("authenticator-key"), TagBytes);

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Split(Memory<byte> all) =>
        (all[..NonceBytes], all[NonceBytes..(NonceBytes + TagBytes)], all[(NonceBytes + TagBytes)..]);
}
