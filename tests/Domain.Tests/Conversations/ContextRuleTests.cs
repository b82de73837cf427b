using Webox.Domain.Conversations;
using Webox.Domain.Generations;

namespace Webox.Domain.Tests.Conversations;

public sealed class ContextRuleTests
{
    private static readonly Model Model = new()
    {
        Id = "a/one", Provider = AiProvider.Sandbox, Kind = GenerationKind.Text, DisplayName = "One", OutputTokensMax = 4096, Pricing = new ModelPricing(),
    };

    private static readonly GenerationOptions Options = new() { OutputTokensMax = 100 };

    private static readonly PromptImage Image = new(new string('a', 64), "image/png", 1000);

    [Fact]
    public void Everything_that_fits_is_given_oldest_first() =>
        Assert.Equal("Q1 A1 Q2 A2", Texts(Choose([Said("Q2", Done("A2")), Said("Q1", Done("A1"))])));

    [Fact]
    public void A_model_is_given_its_own_answer() =>
        Assert.Equal("Q mine", Texts(Choose([Said("Q", Done("theirs", "b/two"), Done("mine"))])));

    [Fact]
    public void Without_its_own_it_is_given_the_first_that_succeeded() => Assert.Equal(
        "Q second", Texts(Choose([Said("Q", new("b/two", GenerationStatus.Canceled, "half"), Done("second", "c/three"), Done("third", "d/four"))])));

    [Fact]
    public void What_the_customer_stopped_counts_when_nothing_succeeded() =>
        Assert.Equal("Q half", Texts(Choose([Said("Q", new Reply("b/two", GenerationStatus.Canceled, "half"))])));

    [Theory]
    [InlineData(GenerationStatus.Failed, "partial")]
    [InlineData(GenerationStatus.Canceled, "")]
    [InlineData(GenerationStatus.Canceled, " \n")]
    [InlineData(GenerationStatus.Succeeded, "")]
    [InlineData(GenerationStatus.Queued, "")]
    [InlineData(GenerationStatus.Running, "so far")]
    public void A_message_without_an_answer_is_left_out_and_the_others_stay(GenerationStatus status, string text) => Assert.Equal(
        "Q1 A1 Q3 A3", Texts(Choose([Said("Q3", Done("A3")), Said("Q2", new Reply("a/one", status, text)), Said("Q1", Done("A1"))])));

    [Fact]
    public void The_first_exchange_that_does_not_fit_ends_it()
    {
        // 200 tokens without the 100 of the answer; the prompt counts 1 + 16, an exchange of two letters 2 + 2 * 16.
        var model = Model with { ContextTokensMax = 200 };

        Assert.Equal("c C d D", Texts(Choose([Said("d", Done("D")), Said("c", Done("C")), Said("b", Done("B")), Said("a", Done("A"))], model)));
        Assert.Equal("", Texts(Choose([Said(new string('d', 60), Done("D")), Said("c", Done("C"))], model)));
    }

    [Fact]
    public void At_most_sixty_four_kibibytes_are_given()
    {
        var turns = Choose([.. Enumerable.Range(0, 50).Select(_ => Said(new string('é', 1024), Done(new string('é', 1024))))]);

        // The prompt is one byte, so a sixteenth exchange of 4 KiB would be one too much.
        Assert.Equal(15 * 2, turns.Count);
    }

    [Theory]
    [InlineData(200, 84, true)]
    [InlineData(200, 85, false)]
    [InlineData(100, 1, false)]
    public void A_new_message_that_alone_does_not_fit_is_too_long(int window, int bytes, bool fits)
    {
        var model = Model with { ContextTokensMax = window };
        var refusal = Record.Exception(() => ContextRule.Choose([], model, new string('a', bytes), [], Options));

        Assert.Equal(fits, refusal is null);
        Assert.Equal(fits ? null : window - 100, (refusal as PromptTooLongException)?.CharactersMax);
    }

    [Fact]
    public void The_system_prompt_counts() => Assert.Throws<PromptTooLongException>(() => ContextRule.Choose(
        [], Model with { ContextTokensMax = 200 }, "a", [], Options with { SystemPrompt = new string('s', 70) }));

    [Fact]
    public void Images_go_with_their_message_and_four_are_the_most()
    {
        var model = Model with { AcceptsImages = true };
        Exchange[] said = [Shown("Q2", [Image, Image], Done("A2")), Shown("Q1", [Image, Image], Done("A1"))];

        Assert.Equal("Q1 A1 Q2 A2", Texts(Choose(said, model)));
        Assert.Equal("Q2 A2", Texts(ContextRule.Choose(said, model, "a", [Image], Options)));
        Assert.Equal([2, 0], ContextRule.Choose(said, model, "a", [Image], Options).Select(turn => turn.Images.Count));
        Assert.Throws<PromptTooLongException>(() => ContextRule.Choose([], model, "a", [Image with { Bytes = PromptImage.BytesMax + 1 }], Options));
    }

    [Fact]
    public void A_model_that_takes_no_images_is_given_the_exchanges_without_any() =>
        Assert.Equal("Q1 A1", Texts(Choose([Shown("Q2", [Image], Done("A2")), Said("Q1", Done("A1"))])));

    [Fact]
    public void Whatever_was_said_fits_alternates_and_is_the_newest_part()
    {
        var random = new Random(42);
        for (var i = 0; i < 2_000; i++)
        {
            var model = Model with { ContextTokensMax = random.Next(3) == 0 ? null : random.Next(100, 3_000), AcceptsImages = random.Next(2) == 0 };
            var said = Enumerable.Range(0, random.Next(12)).Select(n => RandomExchange(random, n)).ToList();
            var system = random.Next(2) == 0 ? null : new string('s', random.Next(50));
            var options = Options with { SystemPrompt = system, OutputTokensMax = random.Next(1, 100) };
            IReadOnlyList<Turn> turns;
            try
            {
                turns = ContextRule.Choose(said, model, "Bonjour", [], options);
            }
            catch (PromptTooLongException)
            {
                Assert.True(PromptSize.Of("Bonjour", system, null).Tokens > model.ContextTokensMax - options.OutputTokensMax);
                continue;
            }

            var size = PromptSize.Of("Bonjour", system, GenerationContext.Of(turns, []));
            Assert.True(size.Tokens + options.OutputTokensMax <= (model.ContextTokensMax ?? int.MaxValue));
            Assert.True(size is { Bytes: <= ContextRule.BytesMax, Images: <= PromptImage.CountMax });
            Assert.Equal(Enumerable.Range(0, turns.Count).Select(n => n % 2 == 0 ? TurnRole.User : TurnRole.Assistant), turns.Select(turn => turn.Role));

            // What is given are the newest of those that may be given at all, in order, without a gap.
            var all = ContextRule.Choose(said, model with { ContextTokensMax = null }, "Bonjour", [], options);
            Assert.Equal(Texts(all.TakeLast(turns.Count)), Texts(turns));
        }
    }

    private static Exchange RandomExchange(Random random, int number) => Shown(
        $"Q{number}" + new string('q', random.Next(400)),
        random.Next(5) == 0 ? [Image] : [],
        [.. Enumerable.Range(0, random.Next(4)).Select(n => new Reply(
            n == 0 ? "a/one" : $"b/{n}", (GenerationStatus)random.Next(5), random.Next(4) == 0 ? "" : $"A{number}" + new string('é', random.Next(200))))]);

    private static Exchange Said(string text, params Reply[] replies) => new(text, [], replies);

    private static Exchange Shown(string text, IReadOnlyList<PromptImage> images, params Reply[] replies) => new(text, images, replies);

    private static Reply Done(string text, string model = "a/one") => new(model, GenerationStatus.Succeeded, text);

    private static IReadOnlyList<Turn> Choose(IReadOnlyList<Exchange> said, Model? model = null) => ContextRule.Choose(said, model ?? Model, "?", [], Options);

    private static string Texts(IEnumerable<Turn> turns) => string.Join(' ', turns.Select(turn => turn.Text));
}
