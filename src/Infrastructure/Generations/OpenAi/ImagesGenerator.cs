using System.Net.Http.Headers;
using System.Net.Http.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>Makes images with OpenAI.</summary>
/// <param name="publicHttp">For images that are answered by their address.</param>
internal sealed class ImagesGenerator(OpenAiOptions options, HttpClient http, HttpClient publicHttp, TimeProvider clock)
    : IImageGenerator, IDisposable
{
    private readonly ProviderCall _call = new(http, (response, cancellationToken) => OpenAiFailures.ReadAsync(response, clock, cancellationToken));

    private readonly ImageDownload _download = new(options.Address, http, publicHttp);

    public AiProvider Provider => options.Provider;

    public async Task<IReadOnlyList<byte[]>> GenerateAsync(ImageRequest request, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var images = new List<byte[]>();
        while (images.Count < request.Count)
        {
            var count = Math.Min(request.Count - images.Count, ImagesMapping.CountMax(request.Model));
            images.AddRange(await AskAsync(request.ToImages(count), cancellationToken));
            progress.Report(100 * images.Count / request.Count);
        }

        return images;
    }

    public void Dispose()
    {
        http.Dispose();
        publicHttp.Dispose();
    }

    /// <returns>At least one, at most as many as were asked for.</returns>
    private async Task<IReadOnlyList<byte[]>> AskAsync(ImagesRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Address, "images/generations"))
        {
            Content = JsonContent.Create(request, ImagesJson.Default.ImagesRequest),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey) },
        };
        var answer = await ProviderAnswer.ReadAsync(
            _call, message, ImagesJson.Default.ImagesAnswer, ImageLimits.AnswerBytesMax, cancellationToken);
        var images = new List<byte[]>();
        foreach (var item in answer.Data is { Count: > 0 } items ? items.Take(request.N) : [null])
        {
            images.Add(ImageLimits.Check(item?.B64Json ?? (item?.Url is { } url ? await _download.ReadAsync(url, cancellationToken) : null)));
        }

        return images;
    }
}
