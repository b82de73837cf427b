namespace Webox.Domain.Generations;

/// <summary>A file made by a generation, kept by Webox under the hash of its content.</summary>
public sealed record Artifact
{
    public required GenerationId GenerationId { get; init; }

    /// <summary>Its place in the generation, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>By the content's first bytes, never by what a provider claims.</summary>
    public required string MediaType { get; init; }

    /// <summary>Length.</summary>
    public required long Bytes { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>In pixels. Null for sounds.</summary>
    public int? Width { get; init; }

    /// <summary>In pixels. Null for sounds.</summary>
    public int? Height { get; init; }

    /// <summary>How long it plays. Null for images, and where the file does not say it at its beginning.</summary>
    public int? DurationMilliseconds { get; init; }
}
