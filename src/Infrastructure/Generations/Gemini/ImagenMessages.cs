using System.Text.Json.Serialization;

namespace Webox.Infrastructure.Generations.Gemini;

// https://ai.google.dev/gemini-api/docs/imagen and https://ai.google.dev/api/models#method:-models.predict: the fields we write or read.

internal sealed record ImagenRequest(IReadOnlyList<PredictInstance> Instances, ImagenParameters Parameters);

/// <param name="IncludeRaiReason">Without it an image that is withheld is just missing.</param>
/// <param name="SampleImageSize"><c>1K</c> or <c>2K</c>. Null: the model has one size.</param>
internal sealed record ImagenParameters(
    int SampleCount, string AspectRatio, bool IncludeRaiReason, ImagenOutputOptions OutputOptions, string? SampleImageSize);

internal sealed record ImagenOutputOptions(string MimeType);

internal sealed record ImagenAnswer(IReadOnlyList<ImagenPrediction?>? Predictions);

internal sealed record ImagenPrediction(byte[]? BytesBase64Encoded, string? RaiFilteredReason);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImagenRequest))]
[JsonSerializable(typeof(ImagenAnswer))]
internal sealed partial class ImagenJson : JsonSerializerContext;
