using System.Net.Http.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Gemini;

/// <summary>Makes images by Gemini's <c>generateContent</c>, one a call: it has no number of images.</summary>
internal sealed class GeminiImageGenerator(GeminiOptions options, HttpClient http, TimeProvider clock) : IImageGenerator, IDisposable
{
    private readonly ProviderCall _call = new(http, (response, cancellationToken) => GeminiFailures.ReadAsync(response, clock, cancellationToken));

    public AiProvider Provider => AiProvider.Google;

    public async Task<IReadOnlyList<byte[]>> GenerateAsync(ImageRequest request, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var images = new List<byte[]>();
        while (images.Count < request.Count)
        {
            images.Add(await GenerateOneAsync(request, cancellationToken));
            progress.Report(100 * images.Count / request.Count);
        }

        return images;
    }

    public void Dispose() => http.Dispose();

    private async Task<byte[]> GenerateOneAsync(ImageRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, options.MethodOf(request.Model, "generateContent"))
        {
            Content = JsonContent.Create(request.ToGemini(), GeminiJson.Default.GeminiRequest),
            Headers = { { "x-goog-api-key", options.ApiKey } },
        };
        var answer = await ProviderAnswer.ReadAsync(
            _call, message, GeminiJson.Default.GeminiAnswer, ImageLimits.AnswerBytesMax, cancellationToken);
        if (answer.Error is { } error)
        {
            throw GeminiFailures.InStream(error);
        }

        GeminiMapping.ThrowIfBlocked(answer);
        var parts = answer.Candidate?.Content?.Parts ?? [];
        return ImageLimits.Check(parts.FirstOrDefault(part => part is { Thought: not true, InlineData.Data: not null })?.InlineData?.Data);
    }
}
