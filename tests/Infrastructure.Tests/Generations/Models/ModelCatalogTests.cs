using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Generations;
using Webox.Application.Operations;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Models;

public sealed class ModelCatalogTests
{
    private static readonly (string Name, string Value)[] EveryKey =
        [("OPENAI_API_KEY", "sk-1"), ("ANTHROPIC_API_KEY", "sk-ant-1"), ("GOOGLE_API_KEY", "AIza-1"), ("GROQ_API_KEY", "gsk-1")];

    [Fact]
    public async Task Without_keys_the_sandbox_is_the_default_and_the_rest_is_shown_as_not_available()
    {
        var catalog = await OpenAsync();

        Assert.Equal("sandbox/text", catalog.Get(null, GenerationKind.Text).Id);
        Assert.Equal("sandbox/image", catalog.Get(null, GenerationKind.Image).Id);
        Assert.Equal("sandbox/video", catalog.Get(null, GenerationKind.Video).Id);
        Assert.Equal("sandbox/audio", catalog.Get(null, GenerationKind.Audio).Id);
        Assert.Contains(catalog.Models, model => model is { Id: "openai/gpt-4o", IsAvailable: false });
        var refusal = Assert.Throws<ModelNotAvailableException>(() => catalog.Get("openai/gpt-4o", GenerationKind.Text));
        Assert.Equal((AiProvider.Openai, "openai/gpt-4o"), (refusal.Provider, refusal.Model));
    }

    [Theory]
    [InlineData("OPENAI_API_KEY", "openai/gpt-6-luna", "openai/gpt-image-2")]
    [InlineData("ANTHROPIC_API_KEY", "anthropic/claude-sonnet-5-5", "sandbox/image")]
    [InlineData("GOOGLE_API_KEY", "google/gemini-3.5-flash-lite", "google/gemini-3.1-flash-image")]
    [InlineData("GROQ_API_KEY", "groq/openai/gpt-oss-120b", "sandbox/image")]
    public async Task A_key_makes_its_provider_available_before_the_sandbox(string key, string text, string image)
    {
        var catalog = await OpenAsync((key, "key-1"));

        Assert.Equal(text, catalog.Get(null, GenerationKind.Text).Id);
        Assert.Equal(image, catalog.Get(null, GenerationKind.Image).Id);
    }

    [Fact]
    public async Task A_model_is_asked_for_by_the_name_its_provider_knows() =>
        Assert.Equal("openai/gpt-oss-120b", (await OpenAsync(EveryKey)).Get("groq/openai/gpt-oss-120b", GenerationKind.Text).ProviderModel);

    [Fact]
    public async Task A_compatible_server_offers_what_its_setting_names()
    {
        var catalog = await OpenAsync(("WEBOX_OPENAI_COMPATIBLE_BASE_URL", "http://127.0.0.1:1"), ("WEBOX_OPENAI_COMPATIBLE_MODELS", "llama3.3, qwen/qwen3"));

        var model = catalog.Get("openai-compatible/qwen/qwen3", GenerationKind.Text);
        Assert.Equal((AiProvider.OpenaiCompatible, "qwen/qwen3"), (model.Provider, model.ProviderModel));
    }

    [Fact]
    public async Task What_a_file_says_of_a_model_of_a_compatible_server_goes_before_the_terms_of_all()
    {
        var models = await File(
            """
            { "models": [{
                "id": "openai-compatible/mistral-large-latest", "provider": "OpenaiCompatible", "kind": "Text", "displayName": "Mistral Large",
                "acceptsImages": true, "outputTokensMax": 16384, "pricing": { "inputPerMillion": 100, "outputPerMillion": 300 } }] }
            """);

        var catalog = await OpenAsync(
            ("WEBOX_OPENAI_COMPATIBLE_BASE_URL", "http://127.0.0.1:1"), ("WEBOX_OPENAI_COMPATIBLE_MODELS", "mistral-large-latest"), ("WEBOX_MODELS", models));

        var model = Assert.Single(catalog.Models, model => model.Id == "openai-compatible/mistral-large-latest");
        Assert.Equal(("Mistral Large", true, 300), (model.DisplayName, model.AcceptsImages, model.Pricing.OutputPerMillion));
    }

    [Theory]
    [InlineData("sandbox/text", GenerationKind.Image, AiProvider.Sandbox)]
    [InlineData("openai/gpt-99", GenerationKind.Text, AiProvider.Openai)]
    [InlineData("nobody/nothing", GenerationKind.Text, AiProvider.OpenaiCompatible)]
    [InlineData("gpt-4o", GenerationKind.Text, AiProvider.OpenaiCompatible)]
    public async Task What_is_not_offered_is_refused_by_name(string id, GenerationKind kind, AiProvider provider)
    {
        var catalog = await OpenAsync();

        var refusal = Assert.Throws<ModelNotAvailableException>(() => catalog.Get(id, kind));

        Assert.Equal((provider, id), (refusal.Provider, refusal.Model));
    }

    [Theory]
    [InlineData("openai/gpt-4", "openai/gpt-6-sol", "GPT-4 (répond : GPT-6 Sol)", GenerationKind.Text)]
    [InlineData("openai/gpt-3.5-turbo", "openai/gpt-6-luna", "GPT-3.5 Turbo (répond : GPT-6 Luna)", GenerationKind.Text)]
    [InlineData("openai/dall-e-3", "openai/gpt-image-2", "DALL·E 3 (répond : GPT Image 2)", GenerationKind.Image)]
    [InlineData("openai/dall-e-2", "openai/gpt-image-2", "DALL·E 2 (répond : GPT Image 2)", GenerationKind.Image)]
    [InlineData("anthropic/claude-3-opus", "anthropic/claude-opus-5-5", "Claude 3 Opus (répond : Claude Opus 5.5)", GenerationKind.Text)]
    [InlineData("anthropic/claude-3-sonnet", "anthropic/claude-sonnet-5-5", "Claude 3 Sonnet (répond : Claude Sonnet 5.5)", GenerationKind.Text)]
    [InlineData("anthropic/claude-3-haiku", "anthropic/claude-haiku-4-5", "Claude 3 Haiku (répond : Claude Haiku 4.5)", GenerationKind.Text)]
    [InlineData("google/gemini-pro", "google/gemini-3.8-flash", "Gemini Pro (répond : Gemini 3.8 Flash)", GenerationKind.Text)]
    [InlineData("google/gemini-pro-vision", "google/gemini-3.8-flash", "Gemini Pro Vision (répond : Gemini 3.8 Flash)", GenerationKind.Text)]
    [InlineData("groq/llama-3.3-70b-versatile", "groq/openai/gpt-oss-120b", "Llama 3.3 70B (répond : GPT-OSS 120B (Groq))", GenerationKind.Text)]
    [InlineData("groq/mixtral-8x7b-32768", "groq/openai/gpt-oss-120b", "Mixtral 8x7B (répond : GPT-OSS 120B (Groq))", GenerationKind.Text)]
    public async Task A_name_that_people_know_says_what_answers_and_is_answered_by_it(string id, string answers, string displayName, GenerationKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite, Settings(EveryKey));
        webox.Clock.Advance(Until(webox, new DateOnly(2026, 11, 22)));
        var catalog = webox.Services.GetRequiredService<IModelCatalog>();

        Assert.Equal(displayName, catalog.Models.Single(model => model.Id == id).DisplayName);
        Assert.Equal(answers, catalog.Get(id, kind).Id);
        Assert.Equal(answers, catalog.Get(id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..], kind).Id);
    }

    [Fact]
    public async Task A_model_answers_to_its_own_name_while_it_is_on_offer() =>
        Assert.Equal("groq/llama-3.3-70b-versatile", (await OpenAsync(EveryKey)).Get("groq/llama-3.3-70b-versatile", GenerationKind.Text).Id);

    [Fact]
    public async Task A_name_without_the_key_of_what_answers_is_not_available()
    {
        var catalog = await OpenAsync();

        Assert.Throws<ModelNotAvailableException>(() => catalog.Get("openai/gpt-4", GenerationKind.Text));
        Assert.False(catalog.Find("gpt-4")?.IsAvailable);
    }

    [Theory]
    [InlineData("openai/gpt-image-1", GenerationKind.Image, "openai/gpt-image-2")]
    [InlineData("groq/meta-llama/llama-4-maverick-17b-128e-instruct", GenerationKind.Text, "groq/openai/gpt-oss-120b")]
    public async Task A_retired_model_is_refused_and_its_successor_named(string id, GenerationKind kind, string successor)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite, Settings(EveryKey));
        webox.Clock.Advance(Until(webox, new DateOnly(2026, 11, 22)));
        var catalog = webox.Services.GetRequiredService<IModelCatalog>();

        var refusal = Assert.Throws<ModelNotAvailableException>(() => catalog.Get(id, kind));

        Assert.Equal($"Le modèle {id} n'existe plus. Demandez plutôt {successor}.", refusal.Message);
        Assert.Null(catalog.Find(id));
    }

    [Fact]
    public async Task A_model_is_on_offer_until_the_day_it_retires_while_the_process_runs()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite, Settings(EveryKey));
        var catalog = webox.Services.GetRequiredService<IModelCatalog>();

        webox.Clock.Advance(Until(webox, new DateOnly(2026, 11, 30)) - TimeSpan.FromMilliseconds(1));
        Assert.Equal("anthropic/claude-sonnet-4-5", catalog.Get("anthropic/claude-sonnet-4-5", GenerationKind.Text).Id);

        webox.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var refusal = Assert.Throws<ModelNotAvailableException>(() => catalog.Get("anthropic/claude-sonnet-4-5", GenerationKind.Text));
        Assert.EndsWith("Demandez plutôt anthropic/claude-sonnet-5-5.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anthropic/claude-haiku-5-5", GenerationKind.Text)]
    [InlineData("openai/gpt-image-2.6-flare", GenerationKind.Image)]
    public async Task A_model_without_a_price_is_not_on_offer(string id, GenerationKind kind)
    {
        var catalog = await OpenAsync(EveryKey);

        Assert.Null(catalog.Find(id));
        Assert.Throws<ModelNotAvailableException>(() => catalog.Get(id, kind));
    }

    [Fact]
    public async Task A_retired_model_with_a_price_is_offered_as_itself_when_the_operator_names_it()
    {
        var models = await File("""{ "models": [ { "id": "openai/dall-e-3", "pricing": { "perImage": { "standard": 8, "hd": 24 } } } ] }""");
        await using var webox = await TestWebox.OpenAsync(
            DatabaseKind.Sqlite, Settings([.. EveryKey, ("WEBOX_MODELS", models), ("WEBOX_LEGACY_MODELS", "openai/dall-e-3")]));
        webox.Clock.Advance(Until(webox, new DateOnly(2026, 11, 22)));

        var model = webox.Services.GetRequiredService<IModelCatalog>().Get("openai/dall-e-3", GenerationKind.Image);

        Assert.Equal(("dall-e-3", "DALL·E 3", 24), (model.ProviderModel, model.DisplayName, model.Pricing.ForImages(1, "hd")));
    }

    [Theory]
    [InlineData("openai/sora-2", GenerationKind.Video)]
    [InlineData("google/veo-3.1-generate-preview", GenerationKind.Video)]
    public async Task A_video_of_a_model_that_was_shut_down_is_offered_only_to_who_says_so(string id, GenerationKind kind)
    {
        await using var plain = await TestWebox.OpenAsync(DatabaseKind.Sqlite, Settings(EveryKey));
        await using var legacy = await TestWebox.OpenAsync(DatabaseKind.Sqlite, Settings([.. EveryKey, ("WEBOX_LEGACY_MODELS", id)]));
        plain.Clock.Advance(Until(plain, new DateOnly(2026, 11, 22)));
        legacy.Clock.Advance(Until(legacy, new DateOnly(2026, 11, 22)));

        Assert.Throws<ModelNotAvailableException>(() => plain.Services.GetRequiredService<IModelCatalog>().Get(id, kind));
        Assert.Equal(id, legacy.Services.GetRequiredService<IModelCatalog>().Get(id, kind).Id);
    }

    [Fact]
    public async Task A_key_of_openai_makes_its_voices_available() =>
        Assert.Equal("openai/tts-1", (await OpenAsync(("OPENAI_API_KEY", "sk-1"))).Get(null, GenerationKind.Audio).Id);

    [Theory]
    [InlineData("openai/dall-e-3")]
    [InlineData("google/imagen-4.0-generate-001")]
    [InlineData("openai/no-such-model")]
    public async Task A_retired_model_without_a_price_cannot_be_offered(string id)
    {
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => OpenAsync(("WEBOX_LEGACY_MODELS", id)));

        Assert.StartsWith($"WEBOX_LEGACY_MODELS: {id} ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_stops_the_start()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite, Settings([("WEBOX_MODELS", "/no/such/file.json")]));

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(
            () => webox.RunAsync<IStartUp>(null, startUp => startUp.PrepareAsync(CancellationToken.None)));

        Assert.Equal("WEBOX_MODELS: /no/such/file.json cannot be read.", refusal.Message);
    }

    [Fact]
    public async Task Every_model_can_be_priced()
    {
        var catalog = await OpenAsync();

        Assert.All(catalog.Models, model => Assert.InRange(model.TypicalCredits, 1, model.Kind is GenerationKind.Video ? 1000 : 100));
        Assert.Equal(catalog.Models.Count, catalog.Models.Select(model => model.Id).Distinct().Count());
    }

    private static TimeSpan Until(TestWebox webox, DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) - webox.Clock.GetUtcNow();

    private static async Task<string> File(string json)
    {
        var path = TemporaryFolder.NewPath("models", ".json");
        await System.IO.File.WriteAllTextAsync(path, json);
        return path;
    }

    private static Dictionary<string, string?> Settings((string Name, string Value)[] settings) =>
        settings.ToDictionary(s => s.Name, s => (string?)s.Value);

    private static async Task<IModelCatalog> OpenAsync(params (string Name, string Value)[] settings)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite, Settings(settings));
        return webox.Services.GetRequiredService<IModelCatalog>();
    }
}
