using System.Text.Json.Serialization;

namespace Webox.Infrastructure.Generations.Gemini;

// https://ai.google.dev/gemini-api/docs/video and https://ai.google.dev/api/models#method:-models.predictlongrunning: the fields we
// write or read.

internal sealed record VeoRequest(IReadOnlyList<PredictInstance> Instances, VeoParameters Parameters);

internal sealed record PredictInstance(string Prompt);

/// <param name="AspectRatio"><c>16:9</c> or <c>9:16</c>.</param>
/// <param name="Resolution"><c>720p</c> or <c>1080p</c>.</param>
internal sealed record VeoParameters(int SampleCount, int DurationSeconds, string AspectRatio, string Resolution);

/// <param name="Name"><c>models/veo-3.1-generate-preview/operations/…</c>.</param>
internal sealed record VeoOperation(string? Name, bool? Done, VeoResponse? Response, VeoError? Error);

internal sealed record VeoResponse(VeoVideos? GenerateVideoResponse);

/// <param name="RaiMediaFilteredReasons">What was withheld, and why.</param>
internal sealed record VeoVideos(
    IReadOnlyList<VeoSample?>? GeneratedSamples, int? RaiMediaFilteredCount, IReadOnlyList<string?>? RaiMediaFilteredReasons);

internal sealed record VeoSample(VeoVideo? Video);

internal sealed record VeoVideo(string? Uri);

/// <param name="Code">Of https://grpc.io/docs/guides/status-codes, not of HTTP.</param>
internal sealed record VeoError(int? Code);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VeoRequest))]
[JsonSerializable(typeof(VeoOperation))]
internal sealed partial class VeoJson : JsonSerializerContext;
