using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Artifacts;

namespace Webox.Infrastructure.Tests.Generations.Artifacts;

public sealed class ImageFileTests
{
    [Theory]
    [InlineData("89504E470D0A1A0A0000000D494844520000000300000002", "image/png", 3, 2)]
    [InlineData("FFD8FFE000104A46", "image/jpeg", null, null)]
    [InlineData("524946460000000057454250", "image/webp", null, null)]
    public void A_file_is_what_its_first_bytes_say(string hex, string mediaType, int? width, int? height) =>
        Assert.Equal(new ImageFile(mediaType, width, height), ImageFile.Read(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("3C68746D6C3E")]
    [InlineData("3C73766720786D6C6E733D")]
    [InlineData("89504E47")]
    [InlineData("")]
    public void What_is_no_image_is_refused(string hex) =>
        Assert.Equal(
            GenerationFailureCode.ProviderRejected,
            Assert.Throws<ProviderFailureException>(() => ImageFile.Read(Convert.FromHexString(hex))).Code);
}
