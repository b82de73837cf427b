namespace Webox.Infrastructure.Generations.Queue;

/// <summary>A generation that was queued and taken in one transaction: what its row became, by the database's clock.</summary>
internal sealed record TakenGeneration(DateTimeOffset StartedAt, DateTimeOffset LeaseUntil);
