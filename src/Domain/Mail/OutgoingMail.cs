using Webox.Domain.Customers;
using Webox.Domain.Orders;

namespace Webox.Domain.Mail;

/// <summary>
/// A mail that is to be sent: written in the transaction of what it tells of, sent after it. It holds no text and no secret: both are
/// made when it is sent.
/// </summary>
public sealed class OutgoingMail
{
    /// <summary>Tried this often in vain, for about two days, it is given up.</summary>
    public const int AttemptsMax = 12;

    private OutgoingMail()
    {
        // EF Core
    }

    /// <summary>Also the <c>Message-ID</c>, so that a mail server knows a repetition.</summary>
    public Guid Id { get; private init; }

    public MailKind Kind { get; private init; }

    /// <summary>Null once it is done: whom Webox wrote to is not collected.</summary>
    public string? Recipient { get; private init; }

    /// <summary>Null when only the address was given, known or not.</summary>
    public CustomerId? CustomerId { get; private init; }

    /// <summary>At most one mail of a kind an order.</summary>
    public OrderId? OrderId { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Not before then: set forward by whoever tries, so that nobody else does meanwhile.</summary>
    public DateTimeOffset DueAt { get; private init; }

    /// <summary>Begun so far. Who set it to a number is the only one to end that attempt.</summary>
    public int Attempts { get; private init; }

    /// <summary>Sent, found to be needless, or given up. Null until then.</summary>
    public DateTimeOffset? DoneAt { get; private init; }

    /// <summary>Null until it is done.</summary>
    public MailOutcome? Outcome { get; private init; }

    public static OutgoingMail To(string recipient, MailKind kind, DateTimeOffset now, CustomerId? customer = null, OrderId? order = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = kind,
        Recipient = EmailAddress.Parse(recipient).Value,
        CustomerId = customer,
        OrderId = order,
        CreatedAt = now,
        DueAt = now,
    };

    /// <summary>How long to wait after this many attempts: half a minute, then twice as long each time, at most 8 hours.</summary>
    public static TimeSpan WaitAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(30L << Math.Min(attempts - 1, 20), 8 * 3600));
}

public enum MailOutcome
{
    Sent,

    /// <summary>What it was about has passed, or nobody has this address.</summary>
    Needless,

    /// <summary>The recipient's server refused it for good, or it was tried too often.</summary>
    Failed,
}
