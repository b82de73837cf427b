using Webox.Domain.Customers;

namespace Webox.Domain.Auditing;

/// <summary>
/// Something that somebody did and may have to answer for: a change of a price, of stock, of a role; a sign-in. Written in the
/// transaction of what it tells of; never changed, never deleted. It holds no secret and nothing personal beyond ids.
/// </summary>
public sealed class AuditEntry
{
    public const int ActionLengthMax = 50;
    public const int SubjectLengthMax = 100;
    public const int DetailLengthMax = 1000;

    private AuditEntry()
    {
        // EF Core
    }

    public Guid Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Null for somebody without an account, and for Webox itself.</summary>
    public CustomerId? ActorId { get; private init; }

    /// <summary>Thing and past participle: <c>product.updated</c>, <c>session.refused</c>.</summary>
    public string Action { get; private init; } = null!;

    /// <summary>What it was done to: an id, a slug or a code.</summary>
    public string Subject { get; private init; } = null!;

    /// <summary>What changed, in words: <c>price 1999 → 1499 EUR</c>. Cut at <see cref="DetailLengthMax"/>.</summary>
    public string? Detail { get; private init; }

    public static AuditEntry Of(CustomerId? actor, string action, string subject, DateTimeOffset now, string? detail = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(action.Length, ActionLengthMax);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subject.Length, SubjectLengthMax);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            ActorId = actor,
            Action = action,
            Subject = subject,
            Detail = detail is { Length: > DetailLengthMax } ? detail[..DetailLengthMax] : detail,
        };
    }
}
