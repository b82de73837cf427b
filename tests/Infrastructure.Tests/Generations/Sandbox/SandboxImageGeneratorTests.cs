using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Sandbox;

namespace Webox.Infrastructure.Tests.Generations.Sandbox;

public sealed class SandboxImageGeneratorTests
{
    [Fact]
    public async Task The_same_prompt_draws_the_same_picture_and_another_draws_another()
    {
        var first = await DrawAsync("un phare");

        Assert.Equal(first[0], (await DrawAsync("un phare"))[0]);
        Assert.NotEqual(first[0], (await DrawAsync("une mouette"))[0]);
    }

    [Fact]
    public async Task It_has_the_size_asked_for_and_says_that_it_is_no_real_picture()
    {
        var (width, height, rgb) = PngEncoderTests.Decode((await DrawAsync("un phare", "200x100"))[0]);

        Assert.Equal((200, 100), (width, height));

        // The band across the middle: white letters on black, and nothing else.
        var middle = rgb.AsSpan(50 * 200 * 3, 200 * 3).ToArray().Chunk(3).Select(pixel => (pixel[0], pixel[1], pixel[2])).Distinct();
        Assert.Equal([((byte)16, (byte)16, (byte)24), ((byte)255, (byte)255, (byte)255)], middle.Order());
    }

    [Fact]
    public async Task Several_of_one_prompt_differ()
    {
        var images = await DrawAsync("un phare", count: 3);

        Assert.Equal(3, images.Select(Convert.ToHexString).Distinct().Count());
    }

    [Theory]
    [InlineData("un phare [sandbox:refuse]", GenerationFailureCode.ContentPolicy, false)]
    [InlineData("un phare [SANDBOX:FAIL]", GenerationFailureCode.ProviderUnavailable, false)]
    [InlineData("[sandbox:rate-limit] un phare", GenerationFailureCode.RateLimited, true)]
    [InlineData("[sandbox:cut] un phare", GenerationFailureCode.StreamInterrupted, true)]
    public async Task A_directive_plays_an_outcome(string prompt, GenerationFailureCode code, bool isRetryable)
    {
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => DrawAsync(prompt));

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
    }

    private static Task<IReadOnlyList<byte[]>> DrawAsync(string prompt, string size = "64x64", int count = 1) =>
        new SandboxImageGenerator(new SandboxOptions(TimeSpan.Zero), TimeProvider.System)
            .GenerateAsync(new ImageRequest("image", prompt, size, "standard", count), new Progress<int>(), default);
}
