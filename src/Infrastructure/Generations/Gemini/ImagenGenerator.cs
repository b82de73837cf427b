using System.Net.Http.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Gemini;

/// <summary>
/// Makes images with Imagen, or a proxy that still has what Google shut down on 17 August 2026, by <c>predict</c>: all in one call, of
/// which some may be withheld. https://ai.google.dev/gemini-api/docs/imagen
/// </summary>
internal sealed class ImagenGenerator(GeminiOptions options, HttpClient http, TimeProvider clock) : IImageGenerator, IDisposable
{
    private readonly ProviderCall _call = new(http, (response, cancellationToken) => GeminiFailures.ReadAsync(response, clock, cancellationToken));

    public AiProvider Provider => AiProvider.Google;

    public static bool Makes(string model) => model.StartsWith("imagen-", StringComparison.Ordinal);

    public async Task<IReadOnlyList<byte[]>> GenerateAsync(ImageRequest request, IProgress<int> progress, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, options.MethodOf(request.Model, "predict"))
        {
            Content = JsonContent.Create(Write(request), ImagenJson.Default.ImagenRequest),
            Headers = { { "x-goog-api-key", options.ApiKey } },
        };
        var answer = await ProviderAnswer.ReadAsync(
            _call, message, ImagenJson.Default.ImagenAnswer, ImageLimits.AnswerBytesMax, cancellationToken);
        var images = (answer.Predictions ?? [])
            .Where(prediction => prediction?.BytesBase64Encoded is not null)
            .Take(request.Count)
            .Select(prediction => ImageLimits.Check(prediction!.BytesBase64Encoded))
            .ToList();
        if (images.Count == 0)
        {
            throw answer.Predictions?.Any(prediction => prediction?.RaiFilteredReason is not null) is true
                ? ProviderFailures.ContentPolicy()
                : new ProviderFailureException(GenerationFailureCode.ProviderRejected, "The provider sent no image.", isRetryable: false);
        }

        progress.Report(100);
        return images;
    }

    public void Dispose() => http.Dispose();

    private static ImagenRequest Write(ImageRequest request) => new(
        [new PredictInstance(request.Prompt)],
        new ImagenParameters(
            request.Count,
            GeminiMapping.AspectRatioOf(request.Size),
            IncludeRaiReason: true,
            new ImagenOutputOptions("image/png"),
            request.Quality is "1K" or "2K" ? request.Quality : null));
}
