using Webox.Application.Generations;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Application.Tests.Generations;

public sealed class FallbackModelsTests
{
    private const string Luna = "openai/gpt-6-luna";
    private const string Oss = "groq/openai/gpt-oss-120b";

    private static readonly Dictionary<string, string?> Keys = new() { ["OPENAI_API_KEY"] = "sk-test", ["GROQ_API_KEY"] = "gsk-test" };

    [Theory, OnSqlite, OnPostgres]
    public async Task Those_that_are_named_are_kept_in_their_order_and_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind, Keys);
        var ada = await GivenRichAsync(webox);

        var generation = await RequestAsync(webox, ada, [Oss, "sandbox/text", Oss]);

        Assert.Equal([Oss, "sandbox/text"], (await webox.ReadAsync(generation.Id)).Fallbacks!);
    }

    [Fact]
    public async Task None_are_used_when_none_are_named_and_the_shop_has_none()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite, Keys);
        var ada = await GivenRichAsync(webox);

        Assert.Null((await RequestAsync(webox, ada, null, "k1")).Fallbacks);
        Assert.Null((await RequestAsync(webox, ada, [], "k2")).Fallbacks);
        Assert.Null((await RequestAsync(webox, ada, [Luna], "k3")).Fallbacks);
    }

    [Fact]
    public async Task One_that_is_not_on_offer_or_does_not_take_an_option_is_refused_and_so_are_four()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite, Keys);
        var ada = await GivenRichAsync(webox);

        await Assert.ThrowsAsync<ModelNotAvailableException>(() => RequestAsync(webox, ada, ["anthropic/claude-opus-5-5"]));
        await Assert.ThrowsAsync<ModelNotAvailableException>(() => RequestAsync(webox, ada, ["sandbox/image"]));
        await Assert.ThrowsAsync<InvalidGenerationOptionException>(() => RequestAsync(webox, ada, ["sandbox/text"], outputTokensMax: 16_000));
        await Assert.ThrowsAsync<InvalidGenerationOptionException>(() => RequestAsync(webox, ada, [Oss, Oss, Oss, Oss]));
        Assert.Equal((10_000, 0, 10_000), await webox.BalanceAsync(ada));
    }

    private static async Task<Customer> GivenRichAsync(TestWebox webox)
    {
        var ada = await webox.GivenCustomerAsync();
        await webox.GiveCreditsAsync(ada, 10_000);
        return ada;
    }

    private static Task<Generation> RequestAsync(
        TestWebox webox, Customer customer, IReadOnlyList<string>? fallbacks, string key = "k1", int? outputTokensMax = null)
    {
        var options = new GenerationOptions { OutputTokensMax = outputTokensMax };
        var request = new GenerationRequest(GenerationKind.Text, Luna, "Bonjour", options) { Fallbacks = fallbacks };
        return webox.RunAsync<RequestGeneration, Generation>(customer, use => use.ExecuteAsync(request, key, default));
    }
}
