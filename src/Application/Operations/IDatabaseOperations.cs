namespace Webox.Application.Operations;

/// <summary>What the people who run Webox ask of its database.</summary>
public interface IDatabaseOperations
{
    /// <summary>Brings the tables up to this version. Harmless when they are.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Why the database cannot serve: <c>DATABASE_UNREACHABLE</c>, <c>MIGRATIONS_PENDING</c>. Empty when it can.</summary>
    Task<IReadOnlyList<string>> FindProblemsAsync(CancellationToken cancellationToken);

    /// <summary>Asks every <see cref="Invariant"/>, in the order of their ids.</summary>
    IAsyncEnumerable<InvariantResult> CheckInvariantsAsync(CancellationToken cancellationToken);
}

/// <param name="Violations">Keys of the rows that break it, at most 100; empty when it holds.</param>
public sealed record InvariantResult(Invariant Invariant, IReadOnlyList<string> Violations);
