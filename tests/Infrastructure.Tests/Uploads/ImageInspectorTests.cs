using Webox.Application.Uploads;
using Webox.Infrastructure.Uploads;

namespace Webox.Infrastructure.Tests.Uploads;

public sealed class ImageInspectorTests
{
    private const string Png = "89504E470D0A1A0A0000000D49484452000002800000016808060000000000000000";
    private const string Jpeg = "FFD8FFE00010" + "4A46494600010100000100010000" + "FFC0000B08016802800301110000" + "FFD9";
    private const string WebpLossy = "524946460000000057454250" + "56503820" + "00000000" + "0000009D012A80026801" + "00000000";
    private const string WebpLossless = "524946460000000057454250" + "5650384C" + "00000000" + "2F7FC25900" + "0000000000000000";
    private const string WebpExtended = "524946460000000057454250" + "56503858" + "0A000000" + "000000007F0200670100" + "00000000";

    [Theory]
    [InlineData(Png, "image/png")]
    [InlineData(Jpeg, "image/jpeg")]
    [InlineData(WebpLossy, "image/webp")]
    [InlineData(WebpLossless, "image/webp")]
    [InlineData(WebpExtended, "image/webp")]
    public void An_image_is_what_its_headers_say(string hex, string mediaType) =>
        Assert.Equal(new ImageHeader(mediaType, 640, 360), new ImageInspector().Read(Convert.FromHexString(hex)));

    [Fact]
    public void A_frame_header_is_found_behind_long_segments_and_fill_bytes()
    {
        byte[] exif = [0xFF, 0xE1, 0xFF, 0xFF, .. new byte[0xFFFD]];
        byte[] content = [0xFF, 0xD8, .. exif, .. exif, 0xFF, 0xFF, 0xFF, 0xDB, 0, 3, 0, 0xFF, 0xC2, 0, 11, 8, 0x01, 0x68, 0x02, 0x80, 1, 1, 0x11, 0];

        Assert.Equal(new ImageHeader("image/jpeg", 640, 360), new ImageInspector().Read(content));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3C7376672F3E")]
    [InlineData("474946383961010001000000")]
    [InlineData("FFD8FFD9")]
    [InlineData("FFD8FFDA000200")]
    [InlineData("FFD8FFE00000FFC0")]
    [InlineData("89504E470D0A1A0A0000000D49484452000000000000016808060000000000000000")]
    [InlineData("89504E470D0A1A0A0000000D49484452800000000000016808060000000000000000")]
    [InlineData("52494646000000005745425056503858")]
    public void What_is_broken_empty_or_something_else_is_none(string hex) => Assert.Null(new ImageInspector().Read(Convert.FromHexString(hex)));

    [Theory]
    [InlineData(Png)]
    [InlineData(Jpeg)]
    [InlineData(WebpLossy)]
    [InlineData(WebpLossless)]
    [InlineData(WebpExtended)]
    public void Cut_or_changed_anywhere_it_never_fails_otherwise(string hex)
    {
        var whole = Convert.FromHexString(hex);
        var inspector = new ImageInspector();
        for (var length = 0; length <= whole.Length; length++)
        {
            Harmless(inspector.Read(whole.AsSpan(0, length)));
        }

        for (var at = 0; at < whole.Length; at++)
        {
            for (var value = 0; value < 256; value += 5)
            {
                byte[] changed = [.. whole];
                changed[at] = (byte)value;
                Harmless(inspector.Read(changed));
            }
        }

        static void Harmless(ImageHeader? header) => Assert.True(header is null or { Width: > 0, Height: > 0 });
    }

    [Theory]
    [InlineData(6000, 4000, false)]
    [InlineData(6000, 4001, true)]
    [InlineData(int.MaxValue, int.MaxValue, true)]
    public void Twenty_four_megapixels_are_the_most(int width, int height, bool isTooLarge) =>
        Assert.Equal(isTooLarge, new ImageHeader("image/png", width, height).IsTooLarge);
}
