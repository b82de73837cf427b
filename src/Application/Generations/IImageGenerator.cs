using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>A provider of images. One implementation a provider; registered only when it is configured.</summary>
public interface IImageGenerator
{
    AiProvider Provider { get; }

    /// <summary>Makes the images, each a whole file.</summary>
    /// <param name="progress">Is told whole percents, never less than before.</param>
    /// <exception cref="ProviderFailureException">The provider refused or failed.</exception>
    Task<IReadOnlyList<byte[]>> GenerateAsync(ImageRequest request, IProgress<int> progress, CancellationToken cancellationToken);
}

/// <param name="Model">The provider's own name of the model.</param>
/// <param name="Size">Width and height in pixels: <c>1024x1024</c>.</param>
public sealed record ImageRequest(string Model, string Prompt, string Size, string Quality, int Count);
