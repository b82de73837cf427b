using System.Text.Json.Serialization;

namespace Webox.Infrastructure.Generations.OpenAi;

// https://platform.openai.com/docs/api-reference/audio/createSpeech: the fields we write. The answer is the file.

internal sealed record SpeechRequest(string Model, string Input, string Voice, string ResponseFormat, double? Speed, string? Instructions);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SpeechRequest))]
internal sealed partial class SpeechJson : JsonSerializerContext;
