using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>How long one attempt may take before it is given up.</summary>
/// <param name="FirstByte">Until the first sign of life of an answer that comes in pieces, or of a job.</param>
/// <param name="Silence">Between two signs of life.</param>
/// <param name="Total">From start to end.</param>
internal sealed record AttemptLimits(TimeSpan FirstByte, TimeSpan Silence, TimeSpan Total);

/// <summary>The limits of each kind of generation.</summary>
internal sealed record WorkerLimits
{
    public AttemptLimits Text { get; init; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(120));

    public AttemptLimits Video { get; init; } = new(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(15));

    /// <summary>Of images and sounds, which come at once.</summary>
    public AttemptLimits Whole { get; init; } = new(TimeSpan.FromSeconds(180), TimeSpan.FromSeconds(180), TimeSpan.FromSeconds(180));

    public AttemptLimits For(GenerationKind kind) => kind switch
    {
        GenerationKind.Text => Text,
        GenerationKind.Video => Video,
        _ => Whole,
    };
}
