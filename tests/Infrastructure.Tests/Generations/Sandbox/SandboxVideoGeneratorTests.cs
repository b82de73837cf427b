using System.Buffers.Binary;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Artifacts;
using Webox.Infrastructure.Generations.Sandbox;

namespace Webox.Infrastructure.Tests.Generations.Sandbox;

public sealed class SandboxVideoGeneratorTests
{
    private static readonly VideoRequest Request = new("video", "un phare", "256x144", 2);

    [Fact]
    public async Task The_same_request_films_the_same_video_and_another_another()
    {
        var first = await FilmAsync(Request);

        Assert.Equal(first, await FilmAsync(Request));
        Assert.NotEqual(first, await FilmAsync(Request with { Prompt = "une mouette" }));
        Assert.Equal(new VideoFile("video/mp4", 2000, 256, 144), await VideoFile.ReadAsync(new MemoryStream(first), default));
        Assert.Equal(
            new VideoFile("video/mp4", 4000, 144, 256),
            await VideoFile.ReadAsync(new MemoryStream(await FilmAsync(Request with { Size = "144x256", Seconds = 4 })), default));
    }

    [Fact]
    public async Task Every_picture_says_that_it_is_no_real_one()
    {
        var pictures = Pictures(await FilmAsync(Request));

        Assert.Equal(8, pictures.Count);
        Assert.All(pictures, picture =>
        {
            // The band across the middle: white letters on black, and nothing else. Line 72 is in the fifth row of macroblocks, the first of them.
            var middle = Enumerable.Range(0, 16).SelectMany(column => picture.AsSpan(PictureHead + (4 * 16 + column) * BytesPerMacroblock + 8 * 16, 16).ToArray());
            Assert.Equal([YuvOf(Color.Black), YuvOf(Color.White)], middle.Distinct().Order());
        });
        Assert.Equal(8, pictures.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public async Task A_job_is_asked_about_ten_times_and_says_how_far_it_is()
    {
        var sandbox = Sandbox();
        var job = new VideoJob(await sandbox.StartAsync(Request, default), Request);
        var states = new List<VideoJobState>();
        do
        {
            states.Add(await sandbox.AskAsync(job, default));
        }
        while (states[^1] is VideoJobState.Running);

        Assert.Equal([10, 20, 30, 40, 50, 60, 70, 80, 90], states.OfType<VideoJobState.Running>().Select(state => state.Percent!.Value));
        Assert.Equal(new VideoJobState.Finished(job.Id), states[^1]);
    }

    [Fact]
    public async Task A_job_of_before_a_restart_begins_again() =>
        Assert.IsType<VideoJobState.Running>(await Sandbox().AskAsync(new VideoJob("sandbox-of-before", Request), default));

    [Theory]
    [InlineData("un phare [sandbox:refuse]", GenerationFailureCode.ContentPolicy, false)]
    [InlineData("un phare [SANDBOX:FAIL]", GenerationFailureCode.ProviderUnavailable, false)]
    [InlineData("[sandbox:rate-limit] un phare", GenerationFailureCode.RateLimited, true)]
    [InlineData("[sandbox:cut] un phare", GenerationFailureCode.StreamInterrupted, true)]
    public async Task A_directive_plays_an_outcome(string prompt, GenerationFailureCode code, bool isRetryable)
    {
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => FilmAsync(Request with { Prompt = prompt }));

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
    }

    [Fact]
    public async Task A_slow_one_wants_to_be_asked_every_half_second()
    {
        var slow = Request with { Prompt = "[sandbox:slow]" };

        var state = Assert.IsType<VideoJobState.Running>(await Sandbox().AskAsync(new VideoJob("j", slow), default));

        Assert.Equal(TimeSpan.FromMilliseconds(500), state.AskAfter);
    }

    /// <summary>Header of the unit, of the slice and of the first macroblock, filled up to a byte.</summary>
    private const int PictureHead = 5;

    /// <summary>The samples, and the two bytes before the next one's.</summary>
    private const int BytesPerMacroblock = 384 + 2;

    private static byte YuvOf(Color color) => (byte)(((66 * color.Red + 129 * color.Green + 25 * color.Blue + 128) >> 8) + 16);

    /// <summary>The units of <c>mdat</c>, each after its length.</summary>
    private static List<byte[]> Pictures(byte[] file)
    {
        var at = file.AsSpan().IndexOf("mdat"u8) + 4;
        var pictures = new List<byte[]>();
        while (at < file.Length)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            pictures.Add(file[(at + 4)..(at + 4 + length)]);
            at += 4 + length;
        }

        return pictures;
    }

    private static SandboxVideoGenerator Sandbox() => new(new SandboxOptions(TimeSpan.Zero), TimeProvider.System);

    private static async Task<byte[]> FilmAsync(VideoRequest request)
    {
        var sandbox = Sandbox();
        var job = new VideoJob(await sandbox.StartAsync(request, default), request);
        await using var file = await sandbox.OpenAsync(job, job.Id, default);
        var bytes = new MemoryStream();
        await file!.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
