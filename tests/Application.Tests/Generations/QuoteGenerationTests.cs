using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Application.Tests.Generations;

public sealed class QuoteGenerationTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task A_quote_is_what_would_be_held_and_says_whether_it_is_there(int credits, bool isSufficient)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, credits);

        var quote = await QuoteAsync(webox, ada, "sandbox/text", new GenerationOptions());

        Assert.Equal((2, credits, isSufficient), (quote.CreditsMax, quote.Available, quote.Sufficient));
        await using var db = webox.OpenDb();
        Assert.Equal(0, await db.Generations.CountAsync());
    }

    [Fact]
    public async Task Images_cost_their_number_and_a_guest_has_nothing()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);

        var quote = await QuoteAsync(webox, customer: null, "sandbox/image", new GenerationOptions { Count = 3 });

        Assert.Equal(new GenerationQuote(15, 0), quote);
    }

    [Theory]
    [InlineData("sandbox/video", 8, 16)]
    [InlineData("sandbox/video", null, 8)]
    [InlineData("sandbox/audio", null, 1)]
    public async Task A_video_costs_its_seconds_and_a_speech_its_characters(string model, int? seconds, int credits)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);

        Assert.Equal(new GenerationQuote(credits, 0), await QuoteAsync(webox, customer: null, model, new GenerationOptions { Seconds = seconds }));
    }

    [Fact]
    public async Task What_would_be_refused_is_refused()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);

        await Assert.ThrowsAsync<ModelNotAvailableException>(() => QuoteAsync(webox, null, "openai/gpt-99", new GenerationOptions()));
        await Assert.ThrowsAsync<InvalidGenerationOptionException>(() => QuoteAsync(webox, null, "sandbox/image", new GenerationOptions { Count = 9 }));
    }

    private static Task<GenerationQuote> QuoteAsync(TestWebox webox, Customer? customer, string model, GenerationOptions options) =>
        webox.RunAsync<QuoteGeneration, GenerationQuote>(customer, quote => quote.ExecuteAsync(model, "Bonjour", options, default));
}
