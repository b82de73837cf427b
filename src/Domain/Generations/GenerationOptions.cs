namespace Webox.Domain.Generations;

/// <summary>How a model is to work. What does not apply to a kind is null there.</summary>
public sealed record GenerationOptions
{
    /// <summary>Text: instructions that stand before the prompt.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>Text: 0 (always the likeliest word) to 2. Null: the model's default.</summary>
    public double? Temperature { get; init; }

    /// <summary>Text: the most it may write.</summary>
    public int? OutputTokensMax { get; init; }

    /// <summary>Image and video: one of the model's sizes.</summary>
    public string? Size { get; init; }

    /// <summary>Image: one of the model's qualities.</summary>
    public string? Quality { get; init; }

    /// <summary>Image: a manner of drawing. No model on offer has any.</summary>
    public string? Style { get; init; }

    /// <summary>Image: how many.</summary>
    public int? Count { get; init; }

    /// <summary>Video: one of the model's lengths.</summary>
    public int? Seconds { get; init; }

    /// <summary>Audio: one of the model's voices.</summary>
    public string? Voice { get; init; }
}
