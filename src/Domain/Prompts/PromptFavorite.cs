using Webox.Domain.Customers;

namespace Webox.Domain.Prompts;

/// <summary>A customer likes a prompt, their own or a public one.</summary>
public sealed class PromptFavorite
{
    public required CustomerId CustomerId { get; init; }

    public required PromptId PromptId { get; init; }
}
