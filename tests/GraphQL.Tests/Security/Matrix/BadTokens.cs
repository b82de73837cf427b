using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Webox.Application.Accounts;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Tests.Security.Matrix;

/// <summary>Access tokens signed with the server's own key that it must not take, or not for long.</summary>
internal sealed class BadTokens(IKeyRing keys)
{
    public string Expired(CustomerId customer) => Make(customer, DateTime.UnixEpoch.AddYears(50), "webox-api");

    public string OfAnotherAudience(CustomerId customer) => Make(customer, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1), "another-api");

    public string ExpiringIn(CustomerId customer, TimeSpan time) => Make(customer, TimeProvider.System.GetUtcNow().UtcDateTime + time, "webox-api");

    private string Make(CustomerId customer, DateTime expires, string audience) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        TokenType = "at+jwt",
        Issuer = "webox",
        Audience = audience,
        IssuedAt = expires.AddHours(-1),
        NotBefore = expires.AddHours(-1),
        Expires = expires,
        Claims = new Dictionary<string, object>
        {
            ["sub"] = customer.Value.ToString(),
            ["jti"] = $"{Guid.CreateVersion7(expires.AddHours(-1))}",
            ["role"] = nameof(Role.Customer),
        },
        SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(keys.DeriveKey("access-token")), SecurityAlgorithms.HmacSha256),
    });
}
