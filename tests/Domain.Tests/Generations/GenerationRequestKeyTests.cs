using Webox.Domain.Generations;

namespace Webox.Domain.Tests.Generations;

public sealed class GenerationRequestKeyTests
{
    [Fact]
    public void The_same_request_has_the_same_hash_and_any_difference_another()
    {
        var options = new GenerationOptions { OutputTokensMax = 10 };
        var hash = Hash("m", "p", options);

        Assert.Equal(hash, Hash("m", "p", options with { }));
        Assert.All(
            [Hash("n", "p", options), Hash("m", "q", options), Hash("mp", "", options), Hash("m", "p", options with { Temperature = 0 })],
            other => Assert.NotEqual(hash, other));
        Assert.Matches("^[0-9a-f]{64}$", hash);
    }

    private static string Hash(string model, string prompt, GenerationOptions options) => GenerationRequestKey.For("k", model, prompt, options).RequestHash;
}
