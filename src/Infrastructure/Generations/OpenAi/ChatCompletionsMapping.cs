using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>Our words to theirs and back. Pure, so every branch is a table test.</summary>
internal static class ChatCompletionsMapping
{
    /// <summary>Instructions, then every turn and the prompt. https://platform.openai.com/docs/guides/images-vision</summary>
    public static IReadOnlyList<ChatMessage> ToMessages(this TextRequest request)
    {
        var turns = request.Conversation.Select(turn => new ChatMessage(
            turn.Role is TurnRole.User ? "user" : "assistant", turn.Images.Count == 0 ? turn.Text : Parts(turn)));
        return [.. request.SystemPrompt is { } system ? turns.Prepend(new ChatMessage("system", system)) : turns];
    }

    public static FinishReason ToFinishReason(string reason) => reason switch
    {
        "stop" => FinishReason.Stop,
        "length" => FinishReason.Length,
        "content_filter" => FinishReason.ContentFilter,
        _ => FinishReason.Other,
    };

    public static TokenUsage ToUsage(this ChatUsage usage) => new(Math.Max(0, usage.PromptTokens), Math.Max(0, usage.CompletionTokens));

    private static ChatPart[] Parts(TextTurn turn) =>
    [
        new("text", turn.Text, null),
        .. turn.Images.Select(image => new ChatPart("image_url", null, new ChatImageUrl($"data:{image.MediaType};base64,{Convert.ToBase64String(image.Bytes)}"))),
    ];
}
