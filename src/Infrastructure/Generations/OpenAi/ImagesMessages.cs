using System.Text.Json.Serialization;

namespace Webox.Infrastructure.Generations.OpenAi;

// https://platform.openai.com/docs/api-reference/images/create: the fields we write or read.

internal sealed record ImagesRequest(string Model, string Prompt, int N, string Size, string? Quality, string? ResponseFormat);

internal sealed record ImagesAnswer(IReadOnlyList<ImagesItem?>? Data);

/// <param name="Url">Instead of the image itself, with some legacy models. It lives an hour.</param>
internal sealed record ImagesItem(byte[]? B64Json, string? Url);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImagesRequest))]
[JsonSerializable(typeof(ImagesAnswer))]
internal sealed partial class ImagesJson : JsonSerializerContext;
