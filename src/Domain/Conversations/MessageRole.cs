namespace Webox.Domain.Conversations;

/// <summary>Who says something.</summary>
public enum MessageRole
{
    /// <summary>The instructions that the models follow from here on.</summary>
    System,
    User,
    Assistant,
}
