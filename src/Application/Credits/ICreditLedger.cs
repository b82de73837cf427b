using Webox.Domain.Customers;

namespace Webox.Application.Credits;

/// <summary>
/// Moves credits. Every method writes inside the caller's transaction and is harmless when repeated: an order buys once, a generation
/// holds once, and is settled or released once.
/// </summary>
public interface ICreditLedger
{
    /// <summary>Adds bought credits. The second time for one order it does nothing.</summary>
    Task PostPurchaseAsync(CustomerId customer, Guid orderId, int credits, CancellationToken cancellationToken);

    /// <summary>Holds credits for a generation.</summary>
    /// <returns>False, and nothing is held, when fewer are available.</returns>
    Task<bool> TryHoldAsync(CustomerId customer, Guid generationId, int credits, CancellationToken cancellationToken);

    /// <summary>Charges what was used, at most what was held, and releases the rest. The second time it does nothing.</summary>
    Task SettleAsync(CustomerId customer, Guid generationId, int used, CancellationToken cancellationToken);
}
