namespace Webox.Domain.Generations;

/// <summary>Something said earlier, by one side.</summary>
public sealed record Turn(TurnRole Role, string Text, IReadOnlyList<PromptImage> Images)
{
    public static Turn User(string text, IReadOnlyList<PromptImage>? images = null) => new(TurnRole.User, text, images ?? []);

    public static Turn Assistant(string text) => new(TurnRole.Assistant, text, []);
}

/// <summary>Whose turn it was. Stored by number.</summary>
public enum TurnRole
{
    User = 0,
    Assistant = 1,
}
