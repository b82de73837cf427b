using Webox.Domain.Customers;

namespace Webox.Domain.Activities;

/// <summary>
/// Something happened to an order, a payment or a generation of a customer. Numbered from 1 for each customer, without gaps and in the order
/// of the commits: whoever has seen one has missed none before it. The database writes it, with the change it tells of.
/// </summary>
public sealed class Activity
{
    private Activity()
    {
        // EF Core
    }

    public CustomerId CustomerId { get; private init; }

    public long Sequence { get; private init; }

    public DateTimeOffset At { get; private init; }

    public ActivityKind Kind { get; private init; }

    /// <summary>Of the order, payment or generation.</summary>
    public Guid SubjectId { get; private init; }
}

public enum ActivityKind
{
    Order,
    Payment,
    Generation,
}
