using System.Text.Json.Serialization;

namespace Webox.Infrastructure.Generations.Gemini;

// https://ai.google.dev/api/generate-content: the fields we write or read.

internal sealed record GeminiRequest(
    IReadOnlyList<GeminiContent> Contents, GeminiContent? SystemInstruction, GeminiGenerationConfig GenerationConfig);

internal sealed record GeminiContent(IReadOnlyList<GeminiPart?>? Parts, string? Role);

/// <param name="Thought">True for what the model thought on the way, which nobody asked for.</param>
internal sealed record GeminiPart(string? Text, bool? Thought = null, GeminiBlob? InlineData = null);

internal sealed record GeminiBlob(byte[]? Data, string? MimeType = null);

internal sealed record GeminiGenerationConfig
{
    public int? MaxOutputTokens { get; init; }

    public double? Temperature { get; init; }

    public IReadOnlyList<string>? ResponseModalities { get; init; }

    public GeminiImageConfig? ImageConfig { get; init; }
}

internal sealed record GeminiImageConfig(string AspectRatio, string? ImageSize);

/// <summary>A whole answer, or a piece of a streamed one.</summary>
/// <param name="Candidates">None when the prompt was blocked.</param>
internal sealed record GeminiAnswer(
    IReadOnlyList<GeminiCandidate?>? Candidates, GeminiPromptFeedback? PromptFeedback, GeminiUsage? UsageMetadata, GeminiError? Error)
{
    /// <summary>We never ask for more than one.</summary>
    public GeminiCandidate? Candidate => Candidates is [var first, ..] ? first : null;
}

internal sealed record GeminiCandidate(GeminiContent? Content, string? FinishReason);

internal sealed record GeminiPromptFeedback(string? BlockReason);

internal sealed record GeminiUsage(int? PromptTokenCount, int? CandidatesTokenCount, int? ThoughtsTokenCount);

internal sealed record GeminiErrorBody(GeminiError? Error);

internal sealed record GeminiError(int? Code, string? Status, IReadOnlyList<GeminiErrorDetail?>? Details);

/// <param name="RetryDelay">With <c>google.rpc.RetryInfo</c>: seconds and an s, <c>36s</c>.</param>
internal sealed record GeminiErrorDetail(string? RetryDelay);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GeminiRequest))]
[JsonSerializable(typeof(GeminiAnswer))]
[JsonSerializable(typeof(GeminiErrorBody))]
internal sealed partial class GeminiJson : JsonSerializerContext;
