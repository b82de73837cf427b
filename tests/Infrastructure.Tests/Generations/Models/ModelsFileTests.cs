using System.Globalization;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Models;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Models;

/// <summary>The facts of <c>models.json</c>.</summary>
public sealed class ModelsFileTests
{
    private const int CreditsPerDollar = 200;

    private static readonly ModelFile File = ModelFileReader.Read(null);

    private static IEnumerable<ModelEntry> OfProviders => File.Models!.Where(model => model.Provider is not AiProvider.Sandbox);

    [Fact]
    public void Every_price_follows_from_its_source_by_the_rule() => Assert.All(OfProviders.Where(model => model.Pricing is not null), model =>
    {
        var price = model.ProviderPrice!;
        Assert.NotEmpty(price.Source);
        Assert.InRange(price.Date, new DateOnly(2026, 1, 1), File.AsOf!.Value);
        if (model.Kind is GenerationKind.Text)
        {
            Assert.Equal(
                ((int?)Credits(price.UsdPerMillionInput), (int?)Credits(price.UsdPerMillionOutput)), (model.Pricing!.InputPerMillion, model.Pricing.OutputPerMillion));
        }
        else if (model.Kind is GenerationKind.Video)
        {
            Assert.Equal(price.UsdPerSecond!.ToDictionary(size => size.Key, size => Credits(size.Value)), model.Pricing!.PerSecond);
        }
        else if (model.Kind is GenerationKind.Audio)
        {
            Assert.Equal(Credits(price.UsdPerMillionCharacters), model.Pricing!.CharactersPerMillion);
        }
        else
        {
            Assert.Equal(price.UsdPerImage!.ToDictionary(quality => quality.Key, quality => Credits(quality.Value)), model.Pricing!.PerImage);
        }
    });

    [ContractFact]
    public void Every_price_of_the_collection_is_the_collections()
    {
        var prices = Contracts.Read("model-prices.json").GetProperty("providers");
        var checkedModels = 0;
        foreach (var model in OfProviders.Where(model => model is { Kind: GenerationKind.Text, ProviderPrice: not null }))
        {
            var name = model.Id[(model.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];
            var entry = prices.GetProperty(model.Provider.ToString().ToLowerInvariant()).EnumerateArray()
                .SingleOrDefault(entry => entry.GetProperty("id").GetString() == name);
            if (entry.ValueKind is System.Text.Json.JsonValueKind.Undefined)
            {
                Assert.Equal("anthropic/claude-sonnet-5-5", model.Id);
                continue;
            }

            Assert.Equal(Base("input_mtok"), model.ProviderPrice!.UsdPerMillionInput);
            Assert.Equal(Base("output_mtok"), model.ProviderPrice.UsdPerMillionOutput);
            checkedModels++;

            // The dearer tiers begin above the longest prompt that is taken here.
            decimal Base(string unit) => entry.GetProperty("prices").GetProperty(unit) is var price
                && price.ValueKind is System.Text.Json.JsonValueKind.Object ? price.GetProperty("base").GetDecimal() : price.GetDecimal();
        }

        Assert.InRange(checkedModels, 30, 100);
    }

    [ContractFact]
    public void Every_model_is_one_that_its_providers_official_package_knows()
    {
        var known = Contracts.Read("models-2026-11.json");
        var names = new Dictionary<AiProvider, HashSet<string>>
        {
            [AiProvider.Openai] = [.. Names("openai", "chat"), .. Names("openai", "image"), .. Names("openai", "video"), .. Names("openai", "speech")],
            [AiProvider.Anthropic] = [.. Names("anthropic", "chat")],
            [AiProvider.Google] = [.. Names("gemini", "models")],
            [AiProvider.Groq] = [.. Names("groq", "chat")],
        };

        // What Google's package names by their beginnings alone, as no longer there.
        var gone = known.GetProperty("gemini").GetProperty("not_on_developer_api_any_more").EnumerateArray().Select(name => name.GetString()!.Split('*')[0]).ToList();
        Assert.Equal(["imagen-", "veo-"], gone);
        Assert.All(OfProviders.Where(IsGone), model => Assert.NotNull(model.RetiredOn));

        Assert.All(OfProviders.Where(model => !IsGone(model)), model => Assert.Contains(model.Id[(model.Id.IndexOf('/', StringComparison.Ordinal) + 1)..], names[model.Provider]));

        bool IsGone(ModelEntry model) => gone.Exists(name => model.Id.StartsWith("google/" + name, StringComparison.Ordinal));

        IEnumerable<string> Names(string provider, string list) => known.GetProperty(provider).GetProperty(list).EnumerateArray().Select(name => name.GetString()!);
    }

    [ContractFact]
    public void What_an_official_package_calls_retired_retires_here_on_that_day()
    {
        var known = Contracts.Read("models-2026-11.json");
        var retirements = known.GetProperty("openai").GetProperty("retired").EnumerateObject()
            .Where(retired => !retired.Name.StartsWith("sora", StringComparison.Ordinal))
            .Select(retired => (Id: "openai/" + retired.Name, Text: retired.Value.GetString()!))
            .Append((Id: "anthropic/claude-sonnet-4-5", Text: known.GetProperty("anthropic").GetProperty("deprecated").GetProperty("claude-sonnet-4-5").GetString()!));

        Assert.All(retirements, retired =>
        {
            var model = File.Models!.Single(model => model.Id == retired.Id);
            Assert.Contains(model.RetiredOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), retired.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void What_is_advised_instead_of_a_retired_model_is_on_offer_after_it() => Assert.All(OfProviders.Where(model => model.RetiredOn is not null), model =>
    {
        Assert.NotNull(model.RetirementSource);
        if (model.Kind is GenerationKind.Video)
        {
            // Every provider's are retired: there is none to advise.
            Assert.Null(model.ReplacedBy);
            return;
        }

        var other = File.Models!.Single(other => other.Id == model.ReplacedBy);
        Assert.NotNull(other.Pricing);
        Assert.Null(other.RetiredOn);
        Assert.Equal(model.Kind, other.Kind);
    });

    [Fact]
    public void What_answers_to_an_alias_is_on_offer() => Assert.All(File.Aliases!, alias =>
    {
        var model = File.Models!.Single(model => model.Id == alias.AnsweredBy);
        Assert.NotNull(model.Pricing);
        Assert.Null(model.RetiredOn);
    });

    [Theory]
    [InlineData("anthropic/claude-opus-4-6", true)]
    [InlineData("anthropic/claude-haiku-4-5", true)]
    [InlineData("anthropic/claude-opus-4-7", false)]
    [InlineData("anthropic/claude-sonnet-5-5", false)]
    [InlineData("openai/gpt-4o", true)]
    [InlineData("openai/gpt-5.4-mini", false)]
    [InlineData("openai/gpt-6-luna", false)]
    public void Claude_after_opus_4_6_and_gpt_from_5_on_take_no_temperature(string id, bool accepts) =>
        Assert.Equal(accepts, File.Models!.Single(model => model.Id == id).AcceptsTemperature);

    [Fact]
    public void Sizes_of_gpt_images_are_what_their_models_make() =>
        Assert.All(OfProviders.Where(model => model.Id.StartsWith("openai/gpt-image", StringComparison.Ordinal)).SelectMany(model => model.Sizes!), size =>
        {
            var sides = size.Split('x').Select(side => int.Parse(side, CultureInfo.InvariantCulture)).ToArray();
            Assert.All(sides, side => Assert.Equal(0, side % 16));
            Assert.InRange((double)sides[0] / sides[1], 1 / 3.0, 3.0);
            Assert.InRange(sides.Max(), 1, 3840);
            Assert.InRange(sides.Min(), 1, 2160);
        });

    private static int Credits(decimal? dollars) => (int)Math.Ceiling(dollars!.Value * CreditsPerDollar);
}
