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
    public void A_sound_is_known_by_its_first_bytes(string content, string format, string mediaType)
    {
        var bytes = Convert.FromHexString(content);

        Assert.Equal(mediaType, AudioFile.Read(bytes, format).MediaType);
        if (format != "pcm")
        {
            Assert.Equal(mediaType, AudioFile.Read(bytes).MediaType);
        }
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("666D742010000000 0100010080BB0000 0077010002001000", null)]
    [InlineData("666D742010000000 0100010080BB0000 0077010002001000 64617461C0000000", 0)]
    [InlineData("666D742010000000 0100010001000000 0200000002001000 6461746104000000 00000000", 2000)]
    [InlineData("4C49535403000000 41424300 666D742010000000 0100010001000000 0200000002001000 6461746104000000 00000000", 2000)]
    [InlineData("666D742010000000 0100010001000000 0200000002001000 64617461FFFFFFFF 00000000", 2000)]
    [InlineData("666D742010000000 0100010001000000 0000000002001000 6461746104000000 00000000", null)]
    [InlineData("64617461FFFFFFFF 00000000", null)]
    [InlineData("4C495354FFFFFFFF 00", null)]
    public void A_wav_file_plays_as_long_as_its_samples_last(string chunks, int? milliseconds) =>
        Assert.Equal(
            new AudioFile("audio/wav", milliseconds),
            AudioFile.Read(Convert.FromHexString("524946460000000057415645" + chunks.Replace(" ", "", StringComparison.Ordinal))));

    [Theory]
    [InlineData("")]
    [InlineData("3C68746D6C3E3C2F68746D6C3E")]
    [InlineData("7B226572726F72223A7B7D7D")]
    [InlineData("0100FFFF")]
    public void What_has_no_mark_of_a_sound_is_none(string content) =>
        Assert.Equal(
            Webox.Domain.Generations.GenerationFailureCode.ProviderRejected,
            Assert.Throws<ProviderFailureException>(() => AudioFile.Read(Convert.FromHexString(content))).Code);

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
