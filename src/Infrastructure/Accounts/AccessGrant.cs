using System.Buffers.Binary;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Webox.Domain.Customers;

namespace Webox.Infrastructure.Accounts;

/// <summary>To whom an access token was given, and when, to the millisecond.</summary>
internal readonly record struct AccessGrant(CustomerId Customer, DateTimeOffset IssuedAt)
{
    /// <summary>Null for a guest, and for a token whose id holds no time.</summary>
    public static AccessGrant? Find(ClaimsPrincipal user) =>
        Guid.TryParse(user.Identity?.Name, out var customer)
        && Guid.TryParse(user.FindFirst(JwtRegisteredClaimNames.Jti)?.Value, out var id)
        && id.Version == 7
            ? new(CustomerId.From(customer), TimeOf(id))
            : null;

    /// <summary><c>iat</c> knows whole seconds only; the first 48 bits are milliseconds. https://www.rfc-editor.org/rfc/rfc9562#section-5.7</summary>
    private static DateTimeOffset TimeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds((long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16));
    }
}
