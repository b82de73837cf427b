using System.Globalization;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Gemini;

/// <summary>Our words to theirs and back. Pure, so every branch is a table test.</summary>
internal static class GeminiMapping
{
    // https://ai.google.dev/api/generate-content#ImageConfig
    private static readonly (int Width, int Height)[] AspectRatios =
        [(1, 1), (2, 3), (3, 2), (3, 4), (4, 3), (9, 16), (16, 9), (21, 9)];

    public static GeminiRequest ToGemini(this TextRequest request) => new(
        [.. request.Conversation.Select(Content)],
        request.SystemPrompt is { } system ? Content(system) : null,
        new GeminiGenerationConfig { MaxOutputTokens = request.OutputTokensMax, Temperature = request.Temperature });

    /// <summary>One picture. Gemini knows proportions instead of pixels, and the names of its sizes are this model's qualities.</summary>
    public static GeminiRequest ToGemini(this ImageRequest request) => new(
        [Content(request.Prompt)],
        SystemInstruction: null,
        new GeminiGenerationConfig
        {
            ResponseModalities = ["IMAGE"],
            ImageConfig = new GeminiImageConfig(AspectRatioOf(request.Size), ImageSizeOf(request.Quality)),
        });

    /// <exception cref="ProviderFailureException">The prompt was blocked, or the answer is.</exception>
    public static void ThrowIfBlocked(GeminiAnswer answer)
    {
        var reason = answer.Candidate?.FinishReason;
        if (answer.PromptFeedback?.BlockReason is not null
            || reason is "SAFETY" or "RECITATION" or "BLOCKLIST" or "PROHIBITED_CONTENT" or "SPII"
                or "IMAGE_SAFETY" or "IMAGE_PROHIBITED_CONTENT" or "IMAGE_RECITATION")
        {
            throw ProviderFailures.ContentPolicy();
        }
    }

    public static FinishReason ToFinishReason(string reason) => reason switch
    {
        "STOP" => FinishReason.Stop,
        "MAX_TOKENS" => FinishReason.Length,
        _ => FinishReason.Other,
    };

    /// <summary>Thoughts are billed as output.</summary>
    public static TokenUsage? ToUsage(this GeminiUsage? usage) => usage is { PromptTokenCount: { } input }
        ? new TokenUsage(Math.Max(0, input), Math.Max(0, (usage.CandidatesTokenCount ?? 0) + (usage.ThoughtsTokenCount ?? 0)))
        : null;

    /// <summary>The proportions nearest to a size such as <c>1344x768</c>.</summary>
    public static string AspectRatioOf(string size)
    {
        var sides = size.Split('x');
        var asked = double.Parse(sides[0], CultureInfo.InvariantCulture) / double.Parse(sides[1], CultureInfo.InvariantCulture);
        var (width, height) = AspectRatios.MinBy(ratio => Math.Abs(Math.Log(asked * ratio.Height / ratio.Width)));
        return string.Create(CultureInfo.InvariantCulture, $"{width}:{height}");
    }

    // Models with one size refuse the field.
    private static string? ImageSizeOf(string quality) => quality is "1K" or "2K" or "4K" ? quality : null;

    private static GeminiContent Content(TextTurn turn) => new(
        [.. turn.Images.Select(image => new GeminiPart(null, InlineData: new GeminiBlob(image.Bytes, image.MediaType))), new GeminiPart(turn.Text)],
        turn.Role is TurnRole.User ? "user" : "model");

    private static GeminiContent Content(string text) => new([new GeminiPart(text)], "user");
}
