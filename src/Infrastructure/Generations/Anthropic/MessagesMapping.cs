using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Anthropic;

/// <summary>Our words to theirs and back. Pure, so every branch is a table test.</summary>
internal static class MessagesMapping
{
    private const double TemperatureMax = 1;

    public static MessagesRequest ToMessages(this TextRequest request, AnthropicOptions options) => new(
        request.Model,
        request.OutputTokensMax,
        request.SystemPrompt,
        [.. request.Conversation.Select(turn => new InputMessage(
            turn.Role is TurnRole.User ? "user" : "assistant", turn.Images.Count == 0 ? turn.Text : Blocks(turn)))],
        Stream: true,
        options.HasTemperature && request.Temperature is { } temperature ? Math.Min(temperature, TemperatureMax) : null);

    /// <exception cref="ProviderFailureException">The model will not answer.</exception>
    public static FinishReason ToFinishReason(string reason) => reason switch
    {
        "end_turn" or "stop_sequence" => FinishReason.Stop,
        "max_tokens" or "model_context_window_exceeded" => FinishReason.Length,
        "refusal" => throw ProviderFailures.ContentPolicy(),
        _ => FinishReason.Other,
    };

    public static string TextOf(MessagesEvent @event) => @event switch
    {
        { Type: "content_block_start", ContentBlock: { Type: "text", Text: { } text } } => text,
        { Type: "content_block_delta", Delta: { Type: "text_delta", Text: { } text } } => text,
        _ => "",
    };

    // Images before the text: https://platform.claude.com/docs/en/build-with-claude/vision
    private static InputBlock[] Blocks(TextTurn turn) =>
    [
        .. turn.Images.Select(image => new InputBlock("image", null, new InputImage("base64", image.MediaType, image.Bytes))),
        new("text", turn.Text, null),
    ];
}
