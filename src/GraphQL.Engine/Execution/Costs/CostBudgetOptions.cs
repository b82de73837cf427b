using System.ComponentModel.DataAnnotations;

namespace Webox.GraphQL.Engine.Execution.Costs;

/// <summary>
/// What one client may spend on operations, in the points of their static cost. Points come back evenly over a minute. Counted in this
/// process: a client of several nodes has as many budgets.
/// </summary>
public sealed record CostBudgetOptions
{
    /// <summary>Of a signed-in user. Default: 20,000; 1 to 1,000,000,000.</summary>
    [Range(1, 1_000_000_000)]
    public int UserPointsPerMinute { get; init; } = 20_000;

    /// <summary>Of an address (IPv6: of its /64) that nobody has signed in from. Default: 5,000; 1 to 1,000,000,000.</summary>
    [Range(1, 1_000_000_000)]
    public int AnonymousPointsPerMinute { get; init; } = 5_000;

    /// <summary>
    /// Clients whose spending is remembered. Default: 100,000; 1 to 10,000,000. When there are more within a minute, all begin anew.
    /// </summary>
    [Range(1, 10_000_000)]
    public int ClientsMax { get; init; } = 100_000;
}
