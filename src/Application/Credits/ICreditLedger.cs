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

    /// <summary>Takes back credits that a refunded order granted, all or none.</summary>
    /// <returns>How many were available: fewer than <paramref name="credits"/> when none was taken.</returns>
    Task<int> TryTakeBackAsync(CustomerId customer, Guid orderId, Guid refundId, int credits, CancellationToken cancellationToken);

    /// <summary>The refund failed: the credits it took back are the customer's again. The second time it does nothing.</summary>
    Task GiveAgainAsync(CustomerId customer, Guid refundId, int credits, CancellationToken cancellationToken);

    /// <summary>Takes back what is left of credits whose money went back past us. The second time for one order it does nothing.</summary>
    Task TakeBackLeftAsync(CustomerId customer, Guid orderId, int creditsMax, CancellationToken cancellationToken);

    /// <summary>Takes everything that is left: the account is given up. When nothing is left it does nothing.</summary>
    Task ForfeitAsync(CustomerId customer, CancellationToken cancellationToken);
}
