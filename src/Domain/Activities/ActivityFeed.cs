using Webox.Domain.Customers;

namespace Webox.Domain.Activities;

/// <summary>How far a customer's activities are numbered. Its row is locked until the commit, so numbers appear in their order.</summary>
public sealed class ActivityFeed
{
    private ActivityFeed()
    {
        // EF Core
    }

    public CustomerId CustomerId { get; private init; }

    public long LastSequence { get; private init; }
}
