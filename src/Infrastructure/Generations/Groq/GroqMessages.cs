using System.Text.Json.Serialization;
using Webox.Infrastructure.Generations.OpenAi;

namespace Webox.Infrastructure.Generations.Groq;

// https://console.groq.com/docs/api-reference#chat-create: what a chunk has besides OpenAI's fields.

internal sealed record GroqChunk(IReadOnlyList<ChatChoice?>? Choices, ChatUsage? Usage, OpenAiError? Error, GroqExtension? XGroq)
    : ChatChunk(Choices, Usage, Error);

/// <param name="Usage">In the last chunk.</param>
/// <param name="Error">Why the stream stops early.</param>
internal sealed record GroqExtension(ChatUsage? Usage, string? Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GroqChunk))]
internal sealed partial class GroqJson : JsonSerializerContext;
