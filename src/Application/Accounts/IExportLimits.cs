using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>How often a customer may have everything read that is kept about them: a few times an hour, on this node.</summary>
public interface IExportLimits
{
    /// <exception cref="TooManyAttemptsException">They asked too often.</exception>
    void CountRequest(CustomerId customer);

    /// <summary>One address can be fetched more than once: that is counted, too.</summary>
    /// <exception cref="TooManyAttemptsException">They fetched too often.</exception>
    void CountDownload(CustomerId customer);
}
