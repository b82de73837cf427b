using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Artifacts;

namespace Webox.Infrastructure.Generations;

/// <summary>How large an image of a provider may be, and that it is one.</summary>
internal static class ImageLimits
{
    /// <summary>The largest that any model makes is 3840×2160 pixels.</summary>
    public const int ImageBytesMax = 32 * 1024 * 1024;

    /// <summary>An answer with the images in base64.</summary>
    public const int AnswerBytesMax = 96 * 1024 * 1024;

    /// <exception cref="ProviderFailureException">There is none, it is too large, or its own bytes say that it is something else.</exception>
    public static byte[] Check(byte[]? image)
    {
        if (image is null)
        {
            throw new ProviderFailureException(GenerationFailureCode.ProviderRejected, "The provider sent no image.", isRetryable: false);
        }

        if (image.Length > ImageBytesMax)
        {
            throw ProviderFailures.TooLarge();
        }

        ImageFile.Read(image);
        return image;
    }
}
