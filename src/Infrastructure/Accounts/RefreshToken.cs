using System.Buffers.Text;
using System.Security.Cryptography;

namespace Webox.Infrastructure.Accounts;

/// <summary>The id of a session (16 bytes) and 256 secret bits, in base64url: opaque to clients.</summary>
internal sealed class RefreshToken
{
    private const int Length = 16 + 32;

    private readonly byte[] _bytes;

    private RefreshToken(byte[] bytes) => _bytes = bytes;

    public Guid SessionId => new(_bytes.AsSpan(0, 16), bigEndian: true);

    /// <summary>What the database keeps of it.</summary>
    public byte[] Hash => SHA256.HashData(_bytes);

    /// <summary>The first of a session.</summary>
    public static RefreshToken Create(Guid sessionId) => Of(sessionId, RandomNumberGenerator.GetBytes(32));

    /// <summary>Null when the text has not the form of one.</summary>
    public static RefreshToken? Parse(string text)
    {
        var bytes = new byte[Length];
        return text.Length == Base64Url.GetEncodedLength(Length)
            && Base64Url.IsValid(text)
            && Base64Url.DecodeFromChars(text, bytes) == Length
            ? new RefreshToken(bytes)
            : null;
    }

    /// <summary>
    /// The one that this one is traded for. Derived, so that a client that asks twice gets the same answer twice although
    /// only hashes are stored; without the key nobody can derive it.
    /// </summary>
    public RefreshToken Successor(byte[] key) => Of(SessionId, HMACSHA256.HashData(key, _bytes));

    public override string ToString() => Base64Url.EncodeToString(_bytes);

    private static RefreshToken Of(Guid sessionId, ReadOnlySpan<byte> secret)
    {
        var bytes = new byte[Length];
        sessionId.TryWriteBytes(bytes, bigEndian: true, out _);
        secret.CopyTo(bytes.AsSpan(16));
        return new RefreshToken(bytes);
    }
}
