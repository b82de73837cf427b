using System.Text.Json.Serialization;

namespace Webox.Infrastructure.Generations.OpenAi;

// https://platform.openai.com/docs/api-reference/videos: the fields we read. What we write is a form.

internal sealed record VideosAnswer(string? Id, string? Status, double? Progress, OpenAiError? Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(VideosAnswer))]
internal sealed partial class VideosJson : JsonSerializerContext;
