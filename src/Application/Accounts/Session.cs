using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>Proof of being signed in.</summary>
/// <param name="AccessToken">Sent with every request until <paramref name="ExpiresAt"/>.</param>
/// <param name="ExpiresAt">Ten minutes after it was issued.</param>
/// <param name="RefreshToken">Trades, once, for the next session: within 7 days, and at most 30 days after signing in.</param>
public sealed record Session(string AccessToken, DateTimeOffset ExpiresAt, string RefreshToken);

/// <summary>A session, and whose it is.</summary>
public sealed record SignedIn(Session Session, Customer Customer);
