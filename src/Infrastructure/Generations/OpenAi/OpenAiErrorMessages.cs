using System.Text.Json;
using System.Text.Json.Serialization;

namespace Webox.Infrastructure.Generations.OpenAi;

// https://platform.openai.com/docs/guides/error-codes: the fields we read.

internal sealed record OpenAiErrorBody(OpenAiError? Error);

/// <param name="Code">A word, a number with some compatible servers, or absent.</param>
internal sealed record OpenAiError(string? Type, JsonElement? Code);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(OpenAiErrorBody))]
internal sealed partial class OpenAiErrorJson : JsonSerializerContext;
