using Webox.Infrastructure.Generations.Sandbox;

namespace Webox.Infrastructure.Tests.Generations;

/// <summary>Small MP4 files.</summary>
internal static class Films
{
    /// <summary>Of 16 by 16 pixels, four pictures a second.</summary>
    public static byte[] Of(int pictures)
    {
        var encoder = new H264Encoder(16, 16);
        return new Mp4Writer(16, 16, 4, encoder).Write([.. Enumerable.Range(0, pictures).Select(number => encoder.Encode(new Canvas(16, 16), number))]);
    }
}
