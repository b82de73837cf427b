using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Gemini;

/// <summary>Google's two ways to make images, by the name of the model.</summary>
internal sealed class GoogleImageGenerator(GeminiImageGenerator gemini, ImagenGenerator imagen) : IImageGenerator, IDisposable
{
    public AiProvider Provider => AiProvider.Google;

    public Task<IReadOnlyList<byte[]>> GenerateAsync(ImageRequest request, IProgress<int> progress, CancellationToken cancellationToken) =>
        ImagenGenerator.Makes(request.Model)
            ? imagen.GenerateAsync(request, progress, cancellationToken)
            : gemini.GenerateAsync(request, progress, cancellationToken);

    public void Dispose()
    {
        gemini.Dispose();
        imagen.Dispose();
    }
}
