using Webox.Domain.Generations;
using Webox.Domain.Uploads;

namespace Webox.Application.Generations;

/// <summary>What a customer asks of a model.</summary>
/// <param name="Model">Id in the catalogue. Null: the shop's default.</param>
public sealed record GenerationRequest(GenerationKind Kind, string? Model, string Prompt, GenerationOptions Options)
{
    /// <summary>Most models that a request may name besides its own.</summary>
    public const int FallbacksMax = 3;

    /// <summary>Ids of the models that may answer when it cannot, in order. Null: those the shop lets.</summary>
    public IReadOnlyList<string>? Fallbacks { get; init; }

    /// <summary>True when the customer's own earlier answer to the same request will do.</summary>
    public bool AllowCached { get; init; }

    /// <summary>Images that go with the prompt.</summary>
    public IReadOnlyList<UploadId> Attachments { get; init; } = [];
}
