using Webox.Domain.Prompts;

namespace Webox.GraphQL.Prompts;

/// <param name="Prompt">With this use counted.</param>
/// <param name="Text">With the values in their places.</param>
public sealed record UsePromptPayload(Prompt? Prompt, string? Text);
