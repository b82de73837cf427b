namespace Webox.Domain.Generations;

/// <summary>Why a model stopped writing.</summary>
public enum FinishReason
{
    /// <summary>It had said everything.</summary>
    Stop,

    /// <summary>It reached the limit of output tokens.</summary>
    Length,

    /// <summary>The provider withheld the rest.</summary>
    ContentFilter,

    Other,
}
