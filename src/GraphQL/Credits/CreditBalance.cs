using Webox.Domain.Customers;

namespace Webox.GraphQL.Credits;

/// <summary>Credits pay for generations. `reserved` is held for those still running.</summary>
/// <param name="MonthlyLimit">The most that your generations may use in a calendar month (UTC), by your own choice. Null: no limit.</param>
public sealed record CreditBalance(CustomerId Owner, int Available, int Reserved, int? MonthlyLimit);
