namespace Webox.Application.Payments;

/// <summary>A gateway whose provider keeps a record of each customer, so that one customer's payments stand together there.</summary>
public interface ICustomerRecords
{
    /// <returns>The provider's id of the record; the same for the same key.</returns>
    /// <exception cref="PaymentGatewayException">It is unknown whether the provider heard of it: repeat with the same key.</exception>
    /// <exception cref="PaymentRefusedException">The provider refused for good.</exception>
    Task<string> CreateAsync(string idempotencyKey, string email, string name, CancellationToken cancellationToken);
}
