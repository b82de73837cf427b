using System.Buffers.Binary;
using System.Text;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Artifacts;

namespace Webox.Infrastructure.Tests.Generations.Artifacts;

public sealed class VideoFileTests
{
    [Fact]
    public async Task A_video_says_how_long_and_how_large_it_is() =>
        Assert.Equal(new VideoFile("video/mp4", 1500, 16, 16), await ReadAsync(new MemoryStream(Films.Of(6))));

    [Theory]
    [InlineData("01 000000 0000000000000000 0000000000000000 0000 03E8 0000000000000FA0", 4000)]
    [InlineData("00 000000 00000000 00000000 0000 0258 0000 0960", 4000)]
    [InlineData("00 000000 00000000 00000000 00000000 00000960", null)]
    [InlineData("00 000000 00000000 00000000 00000001 FFFFFFFF", null)]
    [InlineData("00 000000 00000000 00000000 00000001 00000000", null)]
    [InlineData("01 000000 00000000", null)]
    [InlineData("", null)]
    public async Task Times_of_both_versions_are_read_and_impossible_ones_are_none(string header, int? milliseconds)
    {
        var mvhd = Box("mvhd", Convert.FromHexString(header.Replace(" ", "", StringComparison.Ordinal)));

        var video = await ReadAsync(new MemoryStream([.. Type, .. Box("moov", mvhd)]));

        Assert.Equal(new VideoFile("video/mp4", milliseconds, null, null), video);
    }

    [Fact]
    public async Task A_box_may_be_long_or_go_to_the_end()
    {
        var movie = Box("moov", Box("mvhd", Convert.FromHexString("00000000000000000000000000000001" + "00000002")));
        byte[] longBox = [0, 0, 0, 1, .. "free"u8, 0, 0, 0, 0, 0, 0, 0, 20, 1, 2, 3, 4];
        byte[] toTheEnd = [0, 0, 0, 0, .. "mdat"u8, 1, 2, 3];

        Assert.Equal(2000, (await ReadAsync(new MemoryStream([.. Type, .. longBox, .. movie, .. toTheEnd]))).DurationMilliseconds);
    }

    [Fact]
    public async Task A_file_that_ends_in_the_middle_of_a_box_is_not_whole()
    {
        var whole = Films.Of(2);
        foreach (var length in new[] { 40, whole.Length / 2, whole.Length - 1 })
        {
            var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => ReadAsync(new MemoryStream(whole[..length])));

            Assert.Equal((GenerationFailureCode.StreamInterrupted, true), (failure.Code, failure.IsRetryable));
        }
    }

    [Fact]
    public Task A_length_shorter_than_itself_is_not_followed() =>
        Assert.ThrowsAsync<ProviderFailureException>(() => ReadAsync(new MemoryStream([.. Type, 0, 0, 0, 4, .. "moov"u8])));

    [Fact]
    public async Task A_file_without_a_movie_is_no_video() =>
        Assert.Equal(
            GenerationFailureCode.ProviderRejected, (await Assert.ThrowsAsync<ProviderFailureException>(() => ReadAsync(new MemoryStream(Type)))).Code);

    [Theory]
    [InlineData("")]
    [InlineData("<!doctype html>")]
    [InlineData("{\"error\":{\"code\":500}}")]
    [InlineData("RIFF\0\0\0\0AVI ")]
    public void What_does_not_begin_like_a_video_is_none(string content) =>
        Assert.Equal(
            GenerationFailureCode.ProviderRejected,
            Assert.Throws<ProviderFailureException>(() => VideoFile.ThrowIfNone(Encoding.ASCII.GetBytes(content))).Code);

    [Fact]
    public async Task A_head_that_was_looked_at_comes_once_more()
    {
        var stream = new HeadedStream("abc"u8.ToArray(), new MemoryStream("defg"u8.ToArray()));

        Assert.Equal("abcdefg", await new StreamReader(stream).ReadToEndAsync());
    }

    private static Task<VideoFile> ReadAsync(Stream file) => VideoFile.ReadAsync(file, CancellationToken.None);

    private static byte[] Type => Box("ftyp", "isom"u8.ToArray());

    private static byte[] Box(string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length + 8);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. content];
    }
}
