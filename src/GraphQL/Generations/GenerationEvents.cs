using Webox.Domain.Generations;

namespace Webox.GraphQL.Generations;

/// <summary>Something that happened to a generation.</summary>
[UnionType]
public abstract record GenerationEvent;

/// <summary>Everything so far. Comes first, and again when another attempt begins the text anew.</summary>
public sealed record GenerationSnapshot(Generation Generation) : GenerationEvent;

/// <summary>Text to append. `offset` is its place in `text`, in UTF-16 code units: skip what you already have.</summary>
public sealed record GenerationText(int Offset, string Text) : GenerationEvent;

/// <summary>Progress or queue position moved.</summary>
public sealed record GenerationAdvanced(int Progress, int? QueuePosition) : GenerationEvent;

/// <summary>It reached its last state. Comes once, and nothing after it.</summary>
public sealed record GenerationFinished(Generation Generation) : GenerationEvent;
