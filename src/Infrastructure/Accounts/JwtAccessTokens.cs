using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Webox.Application.Accounts;
using Webox.Domain.Customers;

namespace Webox.Infrastructure.Accounts;

/// <summary>
/// Access tokens as JSON Web Tokens (RFC 9068) signed with HMAC-SHA256, and no other algorithm. Issuer and reader are the same
/// installation, so one secret key is enough.
/// </summary>
internal sealed class JwtAccessTokens : IAccessTokens
{
    public const string Issuer = "webox";

    public const string Audience = "webox-api";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const string TokenType = "at+jwt";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 8 * 1024 };
    private readonly SymmetricSecurityKey _key;
    private readonly TimeProvider _time;

    private readonly RevokedAccess _revoked;

    public JwtAccessTokens(IKeyRing keys, RevokedAccess revoked, TimeProvider time)
    {
        _revoked = revoked;
        _key = new SymmetricSecurityKey(keys.DeriveKey("access-token"));
        _time = time;
    }

    public AccessToken Issue(CustomerId customer, Role role)
    {
        var now = _time.GetUtcNow();
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = TokenType,
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = customer.Value.ToString(),
                [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7(now).ToString(),
                ["role"] = role.ToString(),
            },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
        return new AccessToken(token, now + Lifetime);
    }

    public async Task<ClaimsPrincipal?> ReadAsync(string token)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidTypes = [TokenType],
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            IssuerSigningKey = _key,
            LifetimeValidator = IsAlive,
            NameClaimType = JwtRegisteredClaimNames.Sub,
            RoleClaimType = "role",
            AuthenticationType = "Bearer",
        });
        if (!result.IsValid)
        {
            return null;
        }

        var user = new ClaimsPrincipal(result.ClaimsIdentity);
        return AccessGrant.Find(user) is { } grant && !_revoked.Contains(grant) ? user : null;
    }

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return expires is not null && now < expires + ClockSkew && (notBefore is null || now >= notBefore - ClockSkew);
    }
}
