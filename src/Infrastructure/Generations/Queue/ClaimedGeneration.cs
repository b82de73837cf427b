namespace Webox.Infrastructure.Generations.Queue;

/// <summary>A generation that this node runs. Every write of its worker names both: a later attempt has another number, and the write misses.</summary>
internal sealed record ClaimedGeneration(Guid Id, int Attempt);
