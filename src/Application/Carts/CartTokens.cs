using System.Buffers.Text;
using System.Security.Cryptography;
using Webox.Application.Accounts;
using Webox.Domain.Carts;

namespace Webox.Application.Carts;

/// <summary>
/// What a guest holds instead of an account: the id of the cart and a signature that only Webox can make (HMAC-SHA256), 64
/// characters of base64url. It opens that one cart and the order that comes from it.
/// </summary>
public sealed class CartTokens(IKeyRing keys)
{
    private const int IdBytes = 16;
    private const int TokenBytes = IdBytes + HMACSHA256.HashSizeInBytes;

    private readonly byte[] _key = keys.DeriveKey("cart-token");

    public string Sign(CartId cart)
    {
        Span<byte> token = stackalloc byte[TokenBytes];
        cart.Value.TryWriteBytes(token);
        HMACSHA256.HashData(_key, token[..IdBytes], token[IdBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The cart that a token opens. Null when Webox did not sign it.</summary>
    public CartId? Read(string? token)
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        if (token is null
            || token.Length != Base64Url.GetEncodedLength(TokenBytes)
            || !Base64Url.IsValid(token, out var length)
            || length != TokenBytes)
        {
            return null;
        }

        Base64Url.DecodeFromChars(token, bytes);
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, bytes[..IdBytes], expected);
        return CryptographicOperations.FixedTimeEquals(expected, bytes[IdBytes..]) ? CartId.From(new Guid(bytes[..IdBytes])) : null;
    }
}
