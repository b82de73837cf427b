using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>The generations that run in this process.</summary>
public interface IRunningGenerations
{
    /// <summary>
    /// Stops it at once if it runs here, and closes its call to the provider. The row must already say so: where it runs on another
    /// node, that node reads the row.
    /// </summary>
    void Cancel(GenerationId id);
}
