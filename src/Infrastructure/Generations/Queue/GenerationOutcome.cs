using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Queue;

/// <summary>How a generation ends.</summary>
internal sealed record GenerationOutcome
{
    /// <summary>One of the terminal states.</summary>
    public required GenerationStatus Status { get; init; }

    /// <summary>Credits to charge; never more than were held are.</summary>
    public int CreditsUsed { get; init; }

    /// <summary>What the attempt cost at its provider, in micro-units of its rates' currency.</summary>
    public long CostMicros { get; init; }

    /// <summary>Text that was not written yet.</summary>
    public string TextRest { get; init; } = "";

    public FinishReason? FinishReason { get; init; }

    public TokenUsage? Usage { get; init; }

    public GenerationFailureCode? FailureCode { get; init; }

    public IReadOnlyList<Artifact> Artifacts { get; init; } = [];

    public static GenerationOutcome Failed(GenerationFailureCode code) => new() { Status = GenerationStatus.Failed, FailureCode = code };
}
