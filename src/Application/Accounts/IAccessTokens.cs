using System.Security.Claims;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>Short-lived signed tokens that say who is asking. They are checked without asking the database.</summary>
public interface IAccessTokens
{
    AccessToken Issue(CustomerId customer, Role role);

    /// <summary>
    /// Who the token speaks of, with the claims <c>sub</c>, <c>role</c> and <c>exp</c>. Null when it is not ours, was changed,
    /// has expired or was taken back.
    /// </summary>
    Task<ClaimsPrincipal?> ReadAsync(string token);
}

public sealed record AccessToken(string Value, DateTimeOffset ExpiresAt);
