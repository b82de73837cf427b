using System.Buffers.Binary;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>What an image file is by its own bytes. What a provider says of it is not believed.</summary>
/// <param name="Width">In pixels. Null where the format hides it deeper than its first header.</param>
internal sealed record ImageFile(string MediaType, int? Width, int? Height)
{
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    /// <exception cref="ProviderFailureException">No image that browsers show as an image and nothing else.</exception>
    public static ImageFile Read(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Png) && content.Length >= 24)
        {
            // https://www.w3.org/TR/png-3/#11IHDR: the first chunk, width and height first.
            return new("image/png", BinaryPrimitives.ReadInt32BigEndian(content[16..]), BinaryPrimitives.ReadInt32BigEndian(content[20..]));
        }

        if (content.StartsWith(Jpeg))
        {
            return new("image/jpeg", null, null);
        }

        if (content.Length >= 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8))
        {
            return new("image/webp", null, null);
        }

        throw new ProviderFailureException(GenerationFailureCode.ProviderRejected, "The provider sent no image.", isRetryable: false);
    }
}
