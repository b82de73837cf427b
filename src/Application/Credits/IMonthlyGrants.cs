using Webox.Domain.Customers;

namespace Webox.Application.Credits;

/// <summary>
/// The free plan: credits for each calendar month (UTC) of a customer whose e-mail address is verified. What is left of a month's ends with
/// it; what was bought never does, and is used after what was given.
/// </summary>
public interface IMonthlyGrants
{
    /// <summary>Ends what is left of earlier grants and gives this month's. The second time in a month it does nothing.</summary>
    Task GiveAsync(CustomerId customer, CancellationToken cancellationToken);

    /// <summary>Customers who have a verified address and not this month's credits yet; a batch of them.</summary>
    Task<IReadOnlyList<CustomerId>> FindEntitledAsync(CancellationToken cancellationToken);
}

/// <param name="CreditsAMonth">0: there is no free plan.</param>
public sealed record FreePlan(int CreditsAMonth);
