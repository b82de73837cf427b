using System.Text;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Artifacts;
using Webox.Infrastructure.Generations.Sandbox;

namespace Webox.Infrastructure.Tests.Generations.Sandbox;

public sealed class SandboxAudioGeneratorTests
{
    [Fact]
    public async Task The_same_words_sound_the_same_and_other_words_or_voices_do_not()
    {
        var first = await SpeakAsync("un deux trois");

        Assert.Equal(first, await SpeakAsync("un deux trois"));
        Assert.NotEqual(first, await SpeakAsync("trois deux un"));
        Assert.NotEqual(first, await SpeakAsync("un deux trois", "grave"));
    }

    [Theory]
    [InlineData(1, 250)]
    [InlineData(4, 1000)]
    [InlineData(40, 10_000)]
    [InlineData(4000, 10_000)]
    public async Task It_lasts_as_long_as_there_are_words_and_no_longer_than_ten_seconds(int words, int milliseconds) =>
        Assert.Equal(
            new AudioFile("audio/wav", milliseconds),
            AudioFile.Read(await SpeakAsync(string.Join(' ', Enumerable.Repeat("mot", words)))));

    [Fact]
    public async Task The_file_says_that_it_is_no_voice()
    {
        var file = Encoding.Latin1.GetString(await SpeakAsync("Bonjour"));

        Assert.Contains("INAM\b\0\0\0SANDBOX\0", file, StringComparison.Ordinal);
        Assert.Contains("ICMT", file, StringComparison.Ordinal);
        Assert.Contains("not a voice", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bonjour [sandbox:refuse]", GenerationFailureCode.ContentPolicy, false)]
    [InlineData("Bonjour [SANDBOX:FAIL]", GenerationFailureCode.ProviderUnavailable, false)]
    [InlineData("[sandbox:rate-limit] Bonjour", GenerationFailureCode.RateLimited, true)]
    [InlineData("[sandbox:cut] Bonjour", GenerationFailureCode.StreamInterrupted, true)]
    public async Task A_directive_plays_an_outcome(string prompt, GenerationFailureCode code, bool isRetryable)
    {
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => SpeakAsync(prompt));

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
    }

    private static Task<byte[]> SpeakAsync(string words, string voice = "claire") =>
        new SandboxAudioGenerator(new SandboxOptions(TimeSpan.Zero), TimeProvider.System)
            .GenerateAsync(new AudioRequest("audio", words, voice, "mp3", null, null), new SeenProgress(), default);
}
