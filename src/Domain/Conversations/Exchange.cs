using Webox.Domain.Generations;

namespace Webox.Domain.Conversations;

/// <summary>A message of the customer and what was answered to it.</summary>
/// <param name="Replies">In the order in which the models were asked.</param>
public sealed record Exchange(string Text, IReadOnlyList<PromptImage> Images, IReadOnlyList<Reply> Replies);

/// <param name="Model">Id in the catalogue.</param>
public sealed record Reply(string Model, GenerationStatus Status, string Text)
{
    /// <summary>It says something that the customer has read to its end, be it that they stopped it there.</summary>
    public bool IsUsable => (Status is GenerationStatus.Succeeded or GenerationStatus.Canceled) && !string.IsNullOrWhiteSpace(Text);
}
