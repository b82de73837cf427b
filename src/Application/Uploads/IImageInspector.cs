using Webox.Domain.Uploads;

namespace Webox.Application.Uploads;

/// <summary>Looks what an image file is by its own bytes.</summary>
public interface IImageInspector
{
    /// <returns>Null when it is no PNG, JPEG or WebP, or its header is broken.</returns>
    ImageHeader? Read(ReadOnlySpan<byte> content);
}

/// <param name="Width">In pixels, at least 1.</param>
/// <param name="Height">In pixels, at least 1.</param>
public sealed record ImageHeader(string MediaType, int Width, int Height)
{
    public bool IsTooLarge => (long)Width * Height > Upload.PixelsMax;
}
