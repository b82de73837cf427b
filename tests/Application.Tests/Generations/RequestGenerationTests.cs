using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Application.Tests.Generations;

public sealed class RequestGenerationTests
{
    private static readonly GenerationOptions Defaults = new() { OutputTokensMax = 1024 };

    [Theory, OnSqlite, OnPostgres]
    public async Task It_waits_in_the_queue_and_its_worst_price_is_held(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 10);

        var generation = await RequestAsync(webox, ada, "Bonjour");

        var row = await webox.ReadAsync(generation.Id);
        Assert.Equal((GenerationStatus.Queued, "sandbox/text", AiProvider.Sandbox, 1L, 0), (row.Status, row.Model, row.Provider, row.Version, row.Attempt));
        Assert.Equal(2, row.CreditsHeld); // (7 bytes + 16 + 1,024 tokens) at a credit a thousand, rounded up
        Assert.Equal(("Bonjour", Defaults), (row.Prompt, row.Options));
        Assert.Equal((8, 2, 8), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_key_with_the_same_request_is_the_same_generation(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 10);

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RequestAsync(webox, ada, "Bonjour", key: "k1")));

        Assert.Single(all.Select(generation => generation.Id).Distinct());
        Assert.Equal((8, 2, 8), await webox.BalanceAsync(ada));
        Assert.Equal(1, await CountAsync(webox));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_key_with_another_request_is_refused_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 10);
        await RequestAsync(webox, ada, "Bonjour", key: "k1");

        await Assert.ThrowsAsync<IdempotencyKeyReusedException>(() => RequestAsync(webox, ada, "Bonsoir", key: "k1"));
        await Assert.ThrowsAsync<IdempotencyKeyReusedException>(() => RequestAsync(webox, ada, "Bonjour", Defaults with { Temperature = 1 }, key: "k1"));

        Assert.Equal(1, await CountAsync(webox));
        Assert.Equal((8, 2, 8), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_customers_may_choose_the_same_key(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var bob = await webox.GivenCustomerAsync("bob@example.com");
        await webox.GiveCreditsAsync(ada, 10);
        await webox.GiveCreditsAsync(bob, 10);

        var first = await RequestAsync(webox, ada, "Bonjour", key: "k1");
        var second = await RequestAsync(webox, bob, "Bonjour", key: "k1");

        Assert.NotEqual(first.Id, second.Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Too_few_credits_are_refused_with_what_is_missing_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 1);

        var refusal = await Assert.ThrowsAsync<InsufficientCreditsException>(() => RequestAsync(webox, ada, "Bonjour"));

        Assert.Equal((2, 1), (refusal.Required, refusal.Available));
        Assert.Equal(0, await CountAsync(webox));
        Assert.Equal((1, 0, 1), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_request_is_not_saved_by_the_next_one_of_the_same_document(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 2);

        await webox.RunAsync<RequestGeneration>(ada, async request =>
        {
            await Assert.ThrowsAsync<InsufficientCreditsException>(() =>
                request.ExecuteAsync(new(GenerationKind.Text, null, "Bonjour", Defaults with { OutputTokensMax = 4000 }), "k1", default));
            await request.ExecuteAsync(new(GenerationKind.Text, null, "Bonjour", Defaults), "k2", default);
        });

        Assert.Equal(1, await CountAsync(webox));
        Assert.Equal((0, 2, 0), await webox.BalanceAsync(ada));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Fifty_wait_and_the_next_is_refused_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 1000);
        for (var i = 0; i < 48; i++)
        {
            await RequestAsync(webox, ada, "Bonjour", key: $"k{i}");
        }

        var results = await Task.WhenAll(Enumerable.Range(100, 10).Select(async i =>
        {
            try
            {
                await RequestAsync(webox, ada, "Bonjour", key: $"k{i}");
                return 0;
            }
            catch (TooManyGenerationsException refusal)
            {
                return refusal.QueuedMax;
            }
        }));

        Assert.Equal((2, 8), (results.Count(max => max == 0), results.Count(max => max == 50)));
        Assert.Equal(50, await CountAsync(webox));
        Assert.Equal((900, 100, 900), await webox.BalanceAsync(ada));
    }

    public static TheoryData<string, GenerationRequest, Type> Refused => new()
    {
        { "an unknown model", Text("Bonjour") with { Model = "openai/gpt-99" }, typeof(ModelNotAvailableException) },
        { "a model without a key", Text("Bonjour") with { Model = "openai/gpt-4o" }, typeof(ModelNotAvailableException) },
        { "a model of another kind", Text("Bonjour") with { Model = "sandbox/image" }, typeof(ModelNotAvailableException) },
        { "a prompt over 32 KiB", Text(new string('a', 32 * 1024 + 1)), typeof(PromptTooLongException) },
        { "a prompt over 32 KiB in bytes", Text(new string('é', 16 * 1024 + 1)), typeof(PromptTooLongException) },
        { "a system prompt that makes it too long", Text(new string('a', 32 * 1024), Defaults with { SystemPrompt = "a" }), typeof(PromptTooLongException) },
        { "an empty prompt", Text(" \n"), typeof(InvalidGenerationOptionException) },
        { "half a character", Text("a\ud83d"), typeof(InvalidGenerationOptionException) },
        { "a zero character", Text("a\0b"), typeof(InvalidGenerationOptionException) },
        { "no output", Text("Bonjour", Defaults with { OutputTokensMax = 0 }), typeof(InvalidGenerationOptionException) },
        { "negative output", Text("Bonjour", Defaults with { OutputTokensMax = int.MinValue }), typeof(InvalidGenerationOptionException) },
        { "endless output", Text("Bonjour", Defaults with { OutputTokensMax = int.MaxValue }), typeof(InvalidGenerationOptionException) },
        { "a cold temperature", Text("Bonjour", Defaults with { Temperature = -0.1 }), typeof(InvalidGenerationOptionException) },
        { "a hot temperature", Text("Bonjour", Defaults with { Temperature = 2.1 }), typeof(InvalidGenerationOptionException) },
        { "no temperature at all", Text("Bonjour", Defaults with { Temperature = double.NaN }), typeof(InvalidGenerationOptionException) },
        { "an odd size", Image(new() { Size = "17x17" }), typeof(InvalidGenerationOptionException) },
        { "an unknown quality", Image(new() { Quality = "divine" }), typeof(InvalidGenerationOptionException) },
        { "a style", Image(new() { Style = "vivid" }), typeof(InvalidGenerationOptionException) },
        { "no image", Image(new() { Count = 0 }), typeof(InvalidGenerationOptionException) },
        { "five images", Image(new() { Count = 5 }), typeof(InvalidGenerationOptionException) },
        { "an odd length", Video(new() { Seconds = 3 }), typeof(InvalidGenerationOptionException) },
        { "a negative length", Video(new() { Seconds = int.MinValue }), typeof(InvalidGenerationOptionException) },
        { "an endless length", Video(new() { Seconds = int.MaxValue }), typeof(InvalidGenerationOptionException) },
        { "an odd size of video", Video(new() { Size = "17x17" }), typeof(InvalidGenerationOptionException) },
        { "a model of sounds for a video", Video(new()) with { Model = "sandbox/audio" }, typeof(ModelNotAvailableException) },
        { "a video without a key", Video(new()) with { Model = "openai/sora-2" }, typeof(ModelNotAvailableException) },
        { "an unknown voice", Audio("Bonjour", "nobody"), typeof(InvalidGenerationOptionException) },
        { "more words than its model reads", Audio(new string('a', 4097)), typeof(PromptTooLongException) },
        { "nothing to read", Audio(" \n"), typeof(InvalidGenerationOptionException) },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task A_request_that_no_model_takes_is_refused_and_nothing_is_written(string what, GenerationRequest request, Type refusal)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 1000);

        var thrown = await Record.ExceptionAsync(() => webox.RunAsync<RequestGeneration, Generation>(ada, use => use.ExecuteAsync(request, "k1", default)));

        Assert.True(refusal.IsInstanceOfType(thrown), $"{what}: {thrown}");
        Assert.Equal(0, await CountAsync(webox));
        Assert.Equal((1000, 0, 1000), await webox.BalanceAsync(ada));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    public async Task A_key_has_1_to_255_characters(int length)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 10);

        var refusal = await Assert.ThrowsAsync<InvalidGenerationOptionException>(() => RequestAsync(webox, ada, "Bonjour", key: new string('k', length)));

        Assert.Equal(("idempotencyKey", "1..255"), (refusal.Option, refusal.Allowed.Single()));
        Assert.Equal(0, await CountAsync(webox));
    }

    [Fact]
    public async Task What_is_refused_says_what_its_model_takes()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var ada = await webox.GivenCustomerAsync();

        var voice = await Assert.ThrowsAsync<InvalidGenerationOptionException>(() => AskAsync(webox, ada, Audio("Bonjour", "nobody")));
        var length = await Assert.ThrowsAsync<InvalidGenerationOptionException>(() => AskAsync(webox, ada, Video(new() { Seconds = 3 })));
        var prompt = await Assert.ThrowsAsync<PromptTooLongException>(() => AskAsync(webox, ada, Audio(new string('a', 4097))));

        Assert.Equal(("voice", "claire, grave"), (voice.Option, string.Join(", ", voice.Allowed)));
        Assert.Equal(("seconds", "4, 2, 8"), (length.Option, string.Join(", ", length.Allowed)));
        Assert.Equal(4096, prompt.CharactersMax);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_video_holds_its_seconds_and_a_speech_its_characters(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 100);

        var video = await webox.ReadAsync((await AskAsync(webox, ada, Video(new()), "k1")).Id);
        var speech = await webox.ReadAsync((await AskAsync(webox, ada, Audio(string.Concat(Enumerable.Repeat("🙂", 4096))), "k2")).Id);

        Assert.Equal((GenerationKind.Video, 4, "256x144", 8), (video.Kind, video.Options.Seconds, video.Options.Size, video.CreditsHeld));
        Assert.Equal((GenerationKind.Audio, "claire", 17), (speech.Kind, speech.Options.Voice, speech.CreditsHeld)); // 4,096 at 4,000 a million
        Assert.Equal((75, 25, 75), await webox.BalanceAsync(ada));
    }

    [Fact]
    public async Task The_largest_prompt_is_taken()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 100);

        var generation = await RequestAsync(webox, ada, new string('a', 32 * 1024));

        Assert.Equal(34, generation.CreditsHeld); // 32,768 + 16 + 1,024 tokens
    }

    private static GenerationRequest Text(string prompt, GenerationOptions? options = null) => new(GenerationKind.Text, null, prompt, options ?? Defaults);

    private static GenerationRequest Image(GenerationOptions options) => new(GenerationKind.Image, null, "un phare", options);

    private static GenerationRequest Video(GenerationOptions options) => new(GenerationKind.Video, null, "un phare", options);

    private static GenerationRequest Audio(string words, string? voice = null) => new(GenerationKind.Audio, null, words, new() { Voice = voice });

    private static Task<Generation> AskAsync(TestWebox webox, Customer customer, GenerationRequest request, string key = "k1") =>
        webox.RunAsync<RequestGeneration, Generation>(customer, use => use.ExecuteAsync(request, key, default));

    private static Task<Generation> RequestAsync(
        TestWebox webox, Customer customer, string prompt, GenerationOptions? options = null, string key = "k1") =>
        webox.RunAsync<RequestGeneration, Generation>(customer, request => request.ExecuteAsync(Text(prompt, options), key, default));

    private static async Task<int> CountAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        return await db.Generations.CountAsync();
    }
}
