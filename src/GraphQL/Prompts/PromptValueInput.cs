namespace Webox.GraphQL.Prompts;

/// <summary>A value for a variable of a prompt.</summary>
/// <param name="Name">As in `variables`, without brackets.</param>
public sealed record PromptValueInput(string Name, string Value);
