using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>What a customer asks of a model.</summary>
/// <param name="Model">Id in the catalogue. Null: the shop's default.</param>
public sealed record GenerationRequest(GenerationKind Kind, string? Model, string Prompt, GenerationOptions Options);
