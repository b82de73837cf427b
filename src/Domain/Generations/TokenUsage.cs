namespace Webox.Domain.Generations;

/// <summary>What a text cost, as its provider counts it.</summary>
public sealed record TokenUsage(int InputTokens, int OutputTokens);
