using System.Text.Json.Serialization;

namespace Webox.Infrastructure.Generations.OpenAi;

// https://platform.openai.com/docs/api-reference/chat/create and …/chat/streaming: the fields we write or read.

internal sealed record ChatRequest(
    string Model,
    IReadOnlyList<ChatMessage> Messages,
    bool Stream,
    ChatStreamOptions? StreamOptions,
    int? MaxCompletionTokens,
    int? MaxTokens,
    double? Temperature);

/// <param name="Content">A text, or parts where there are images.</param>
internal sealed record ChatMessage(string Role, object Content);

internal sealed record ChatPart(string Type, string? Text, ChatImageUrl? ImageUrl);

/// <param name="Url">The image itself, as a <c>data:</c> address.</param>
internal sealed record ChatImageUrl(string Url);

internal sealed record ChatStreamOptions(bool IncludeUsage);

internal record ChatChunk(IReadOnlyList<ChatChoice?>? Choices, ChatUsage? Usage, OpenAiError? Error);

internal sealed record ChatChoice(ChatDelta? Delta, string? FinishReason);

/// <param name="Refusal">What the model says instead when it will not answer.</param>
internal sealed record ChatDelta(string? Content, string? Refusal);

internal sealed record ChatUsage(int PromptTokens, int CompletionTokens);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ChatPart[]))]
[JsonSerializable(typeof(ChatChunk))]
internal sealed partial class ChatJson : JsonSerializerContext;
