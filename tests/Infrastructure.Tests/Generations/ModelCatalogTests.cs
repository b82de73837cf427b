using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations;

public sealed class ModelCatalogTests
{
    [Fact]
    public async Task Without_keys_the_sandbox_is_the_default_and_the_rest_is_shown_as_not_available()
    {
        var catalog = await OpenAsync();

        Assert.Equal("sandbox/text", catalog.Get(null, GenerationKind.Text).Id);
        Assert.Equal("sandbox/image", catalog.Get(null, GenerationKind.Image).Id);
        Assert.Contains(catalog.Models, model => model is { Id: "openai/gpt-4o", IsAvailable: false });
        var refusal = Assert.Throws<ModelNotAvailableException>(() => catalog.Get("openai/gpt-4o", GenerationKind.Text));
        Assert.Equal((AiProvider.Openai, "openai/gpt-4o"), (refusal.Provider, refusal.Model));
    }

    [Fact]
    public async Task With_a_key_the_provider_comes_before_the_sandbox()
    {
        var catalog = await OpenAsync(("OPENAI_API_KEY", "sk-1"));

        Assert.Equal("openai/gpt-6-luna", catalog.Get(null, GenerationKind.Text).Id);
        Assert.Equal("gpt-4o", catalog.Get("openai/gpt-4o", GenerationKind.Text).ProviderModel);
    }

    [Fact]
    public async Task A_compatible_server_offers_what_its_setting_names()
    {
        var catalog = await OpenAsync(("WEBOX_OPENAI_COMPATIBLE_BASE_URL", "http://127.0.0.1:1"), ("WEBOX_OPENAI_COMPATIBLE_MODELS", "llama3.3, qwen/qwen3"));

        var model = catalog.Get("openai-compatible/qwen/qwen3", GenerationKind.Text);
        Assert.Equal((AiProvider.OpenaiCompatible, "qwen/qwen3"), (model.Provider, model.ProviderModel));
    }

    [Theory]
    [InlineData("sandbox/text", GenerationKind.Image, AiProvider.Sandbox)]
    [InlineData("openai/gpt-99", GenerationKind.Text, AiProvider.Openai)]
    [InlineData("nobody/nothing", GenerationKind.Text, AiProvider.OpenaiCompatible)]
    public async Task What_is_not_offered_is_refused_by_name(string id, GenerationKind kind, AiProvider provider)
    {
        var catalog = await OpenAsync();

        var refusal = Assert.Throws<ModelNotAvailableException>(() => catalog.Get(id, kind));

        Assert.Equal((provider, id), (refusal.Provider, refusal.Model));
    }

    [Fact]
    public async Task Every_model_can_be_priced()
    {
        var catalog = await OpenAsync();

        Assert.All(catalog.Models, model => Assert.InRange(model.TypicalCredits, 1, 100));
        Assert.Equal(catalog.Models.Count, catalog.Models.Select(model => model.Id).Distinct().Count());
    }

    private static async Task<IModelCatalog> OpenAsync(params (string Name, string Value)[] settings)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite, settings.ToDictionary(s => s.Name, s => (string?)s.Value));
        return webox.Services.GetRequiredService<IModelCatalog>();
    }
}
