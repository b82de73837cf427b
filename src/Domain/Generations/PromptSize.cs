using System.Text;

namespace Webox.Domain.Generations;

/// <summary>How much a model is given to read, as limits and prices count it.</summary>
/// <param name="Bytes">Of text, in UTF-8.</param>
/// <param name="Tokens">Never less than what a provider counts.</param>
/// <param name="Images">How many.</param>
/// <param name="ImageBytes">Of all images.</param>
public readonly record struct PromptSize(int Bytes, int Tokens, int Images, long ImageBytes)
{
    // The frame that a chat format puts around a message.
    private const int FrameTokens = 16;

    public static PromptSize operator +(PromptSize one, PromptSize other) => checked(new(
        one.Bytes + other.Bytes, one.Tokens + other.Tokens, one.Images + other.Images, one.ImageBytes + other.ImageBytes));

    /// <summary>Of one message.</summary>
    public static PromptSize Of(string text, IReadOnlyList<PromptImage>? images = null)
    {
        // A token of a byte-pair encoding stands for at least one byte, so bytes bound tokens from above in every language.
        var bytes = Encoding.UTF8.GetByteCount(text);
        var count = images?.Count ?? 0;
        return new(bytes, bytes + FrameTokens + count * PromptImage.TokensMax, count, images?.Sum(image => image.Bytes) ?? 0);
    }

    /// <summary>Of a whole request.</summary>
    public static PromptSize Of(string prompt, string? systemPrompt, GenerationContext? context)
    {
        var size = Of(prompt, context?.Images) + (systemPrompt is null ? default : Of(systemPrompt));
        return (context?.Turns ?? []).Aggregate(size, (sum, turn) => sum + Of(turn.Text, turn.Images));
    }
}
