using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Sandbox;

namespace Webox.Infrastructure.Tests.Generations.Sandbox;

public sealed class SandboxTextGeneratorTests
{
    [Fact]
    public async Task The_same_prompt_gets_the_same_answer_and_it_says_what_it_is()
    {
        var (text, finished) = await WriteAsync("Un haïku");

        Assert.StartsWith("[sandbox] ", text, StringComparison.Ordinal);
        Assert.Contains("« Un haïku »", text, StringComparison.Ordinal);
        Assert.Equal(text, (await WriteAsync("Un haïku")).Text);
        Assert.NotEqual(text.Replace("Un haïku", "", StringComparison.Ordinal), (await WriteAsync("Un sonnet")).Text.Replace("Un sonnet", "", StringComparison.Ordinal));
        Assert.Equal(new TextChunk.Finished(FinishReason.Stop, new TokenUsage(2, text.Split(' ').Length)), finished);
    }

    [Fact]
    public async Task It_says_what_it_was_given_besides_the_prompt()
    {
        var text = new System.Text.StringBuilder();
        await foreach (var chunk in new SandboxTextGenerator(new SandboxOptions(TimeSpan.Zero), TimeProvider.System).StreamAsync(
            Talk.About("text") with { OutputTokensMax = 1000, Images = [Talk.Picture] }, default))
        {
            text.Append((chunk as TextChunk.Delta)?.Text);
        }

        Assert.Contains("« sure? ». Images jointes : 1. Avant cela, 1 échange(s), le dernier sur « what ».", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stops_at_the_limit_of_output_tokens()
    {
        var (text, finished) = await WriteAsync("Un haïku", outputTokensMax: 5);

        Assert.Equal("[sandbox] Je suis le bac", text);
        Assert.Equal(new TextChunk.Finished(FinishReason.Length, new TokenUsage(2, 5)), finished);
    }

    [Fact]
    public async Task A_long_prompt_is_quoted_in_part_and_never_through_the_middle_of_a_character()
    {
        var (text, _) = await WriteAsync(new string('a', 119) + "🙂🙂");

        Assert.Contains(new string('a', 119) + "… »", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[sandbox:refuse]", GenerationFailureCode.ContentPolicy, false)]
    [InlineData("[sandbox:fail]", GenerationFailureCode.ProviderUnavailable, false)]
    [InlineData("[sandbox:rate-limit]", GenerationFailureCode.RateLimited, true)]
    [InlineData("[sandbox:cut]", GenerationFailureCode.StreamInterrupted, true)]
    public async Task A_directive_plays_an_outcome(string prompt, GenerationFailureCode code, bool isRetryable)
    {
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => WriteAsync(prompt));

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
    }

    private static async Task<(string Text, TextChunk? Finished)> WriteAsync(string prompt, int outputTokensMax = 1000)
    {
        var text = "";
        TextChunk? finished = null;
        var generator = new SandboxTextGenerator(new SandboxOptions(TimeSpan.Zero), TimeProvider.System);
        await foreach (var chunk in generator.StreamAsync(new TextRequest("text", prompt, null, null, outputTokensMax), default))
        {
            text += chunk is TextChunk.Delta delta ? delta.Text : "";
            finished = chunk as TextChunk.Finished;
        }

        return (text, finished);
    }
}
