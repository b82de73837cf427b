using System.Text.Json.Serialization;

namespace Webox.Infrastructure.Generations.Anthropic;

// https://platform.claude.com/docs/en/api/messages and …/build-with-claude/streaming: the fields we write or read.

internal sealed record MessagesRequest(
    string Model, int MaxTokens, string? System, IReadOnlyList<InputMessage> Messages, bool Stream, double? Temperature);

/// <param name="Content">A text, or blocks where there are images.</param>
internal sealed record InputMessage(string Role, object Content);

internal sealed record InputBlock(string Type, string? Text, InputImage? Source);

internal sealed record InputImage(string Type, string MediaType, byte[] Data);

/// <summary>Any event of a stream, by its type. New types and new kinds of content may come at any time and say nothing to us.</summary>
/// <param name="Message">With <c>message_start</c>.</param>
/// <param name="ContentBlock">With <c>content_block_start</c>.</param>
/// <param name="Delta">With <c>content_block_delta</c> and <c>message_delta</c>.</param>
/// <param name="Usage">With <c>message_delta</c>.</param>
/// <param name="Error">With <c>error</c>.</param>
internal sealed record MessagesEvent(
    string? Type, StartedMessage? Message, ContentPart? ContentBlock, ContentPart? Delta, MessagesUsage? Usage, MessagesError? Error);

internal sealed record StartedMessage(MessagesUsage? Usage);

/// <param name="Type"><c>text</c> or <c>text_delta</c> for what the customer asked for; thoughts and tools are something else.</param>
internal sealed record ContentPart(string? Type, string? Text, string? StopReason);

/// <param name="OutputTokens">All so far.</param>
internal sealed record MessagesUsage(int? InputTokens, int? OutputTokens);

internal sealed record MessagesErrorBody(MessagesError? Error);

internal sealed record MessagesError(string? Type);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessagesRequest))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(InputBlock[]))]
[JsonSerializable(typeof(MessagesEvent))]
[JsonSerializable(typeof(MessagesErrorBody))]
internal sealed partial class MessagesJson : JsonSerializerContext;
