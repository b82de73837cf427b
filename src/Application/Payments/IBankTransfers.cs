using Webox.Domain;
using Webox.Domain.Customers;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>Writes the message that a bank does not send.</summary>
public interface IBankTransfers
{
    /// <summary>That money arrived for a payment. The same key of the same payment is the same message.</summary>
    /// <param name="confirmedBy">Who saw it on the account.</param>
    ProviderMessage Arrived(Payment payment, Money received, string idempotencyKey, CustomerId confirmedBy);
}

/// <summary>A message that one of our own providers writes.</summary>
/// <param name="EventId">Its id, unique to the provider.</param>
public sealed record ProviderMessage(string EventId, ReadOnlyMemory<byte> Body);
