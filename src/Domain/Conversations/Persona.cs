namespace Webox.Domain.Conversations;

/// <summary>A ready-made assistant: who a model is to be in a conversation.</summary>
/// <param name="Id">Readable and stable: <c>sales</c>.</param>
/// <param name="SystemPrompt">What the models are told.</param>
public sealed record Persona(string Id, string Name, string Description, string SystemPrompt);
