using Webox.Domain.Customers;

namespace Webox.GraphQL.Credits;

/// <summary>Credits pay for generations. `reserved` is held for those still running.</summary>
public sealed record CreditBalance(CustomerId Owner, int Available, int Reserved);
