using Webox.Application.Generations;
using Webox.Infrastructure.Generations.Artifacts;

namespace Webox.Infrastructure.Tests.Generations.Artifacts;

public sealed class AudioFileTests
{
    [Theory]
    [InlineData("FFFB9064", "mp3", "audio/mpeg")]
    [InlineData("494433", "mp3", "audio/mpeg")]
    [InlineData("FFF15080", "aac", "audio/aac")]
    [InlineData("4F676753", "opus", "audio/ogg")]
    [InlineData("664C6143", "flac", "audio/flac")]
    [InlineData("524946460000000057415645", "wav", "audio/wav")]
    [InlineData("0100FFFF", "pcm", "audio/pcm")]
    public void A_sound_is_known_by_its_first_bytes(string content, string format, string mediaType) =>
        Assert.Equal(mediaType, AudioFile.Read(Convert.FromHexString(content), format).MediaType);

    [Theory]
    [InlineData("", "mp3")]
    [InlineData("FFF15080", "mp3")]
    [InlineData("FFFB9064", "aac")]
    [InlineData("FF", "aac")]
    [InlineData("FFFB9064", "wav")]
    [InlineData("524946460000000041564920", "wav")]
    [InlineData("7B226572726F72223A7B7D7D", "pcm")]
    [InlineData("010000", "pcm")]
    [InlineData("4F676753", "midi")]
    public void Anything_else_is_none(string content, string format) =>
        Assert.Throws<ProviderFailureException>(() => AudioFile.Read(Convert.FromHexString(content), format));
}
