using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>What a watcher of a generation sees, one after the other.</summary>
public abstract record GenerationStep
{
    private GenerationStep()
    {
    }

    /// <summary>Everything so far. The first step; again when another attempt begins the text anew.</summary>
    public sealed record Snapshot(Generation Generation) : GenerationStep;

    /// <summary>Text to append.</summary>
    /// <param name="Offset">Its place in the text, in UTF-16 code units.</param>
    public sealed record Text(int Offset, string Delta) : GenerationStep;

    /// <summary>Progress or place in the queue moved.</summary>
    public sealed record Advanced(int Progress, int? QueuePosition) : GenerationStep;

    /// <summary>It reached a terminal state. The last step, exactly once.</summary>
    public sealed record Finished(Generation Generation) : GenerationStep;
}
