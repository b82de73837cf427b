namespace Webox.Domain.Generations;

/// <summary>Where a generation stands. The last three are terminal: nothing changes after them.</summary>
public enum GenerationStatus
{
    Queued,
    Running,
    Succeeded,
    Failed,
    Canceled,
}
