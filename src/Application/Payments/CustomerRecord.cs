using Webox.Domain.Customers;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>The provider's own record of a customer.</summary>
public sealed record CustomerRecord(PaymentProvider Provider, CustomerId CustomerId, string Reference);
