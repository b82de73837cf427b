using Webox.Application.Operations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Models;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Models;

public sealed class ModelFileReaderTests : IDisposable
{
    private readonly string _path = TemporaryFolder.NewPath("models", ".json");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_model_of_the_same_id_is_changed_field_by_field()
    {
        var own = Read("""{ "models": [ { "id": "openai/gpt-4.1", "displayName": "Quatre", "pricing": { "inputPerMillion": 7 } } ] }""");
        var ours = ModelFileReader.Read(null);

        var (before, after) = (ours.Models!.Single(IsIt), own.Models!.Single(IsIt));
        Assert.Equal(("Quatre", (int?)7, before.Pricing!.OutputPerMillion), (after.DisplayName, after.Pricing!.InputPerMillion, after.Pricing.OutputPerMillion));
        Assert.Equal(ours.Models!.Select(model => model.Id), own.Models!.Select(model => model.Id));

        static bool IsIt(ModelEntry model) => model.Id == "openai/gpt-4.1";
    }

    [Fact]
    public void Null_takes_a_field_away() =>
        Assert.Null(Read("""{ "models": [ { "id": "openai/gpt-4.1", "pricing": null } ] }""").Models!.Single(model => model.Id == "openai/gpt-4.1").Pricing);

    [Fact]
    public void New_models_come_first_in_their_order()
    {
        var file = Read(
            """
            {
              // Comments and commas at the end may stay.
              "models": [
                { "id": "openai/a", "provider": "Openai", "kind": "Text", "displayName": "A", "outputTokensMax": 1 },
                { "id": "openai/b", "provider": "Openai", "kind": "Image", "displayName": "B", "sizes": ["64x64"], "qualities": ["x"] },
              ],
            }
            """);

        Assert.Equal(["openai/a", "openai/b", "openai/gpt-6-luna"], file.Models!.Take(3).Select(model => model.Id));
    }

    [Fact]
    public void An_alias_can_be_answered_by_another() =>
        Assert.Equal(
            "openai/gpt-6-luna",
            Read("""{ "aliases": [ { "id": "openai/gpt-4", "answeredBy": "openai/gpt-6-luna" } ] }""").Aliases!.Single(alias => alias.Id == "openai/gpt-4").AnsweredBy);

    [Fact]
    public void The_terms_of_compatible_servers_can_be_others() =>
        Assert.Equal((8192, (int?)20), Read("""{ "compatible": { "outputTokensMax": 8192 } }""").Compatible is { } terms ? (terms.OutputTokensMax, terms.Pricing!.InputPerMillion) : default);

    [Theory]
    [InlineData("[]", "It is no JSON object.")]
    [InlineData("{\n \"models\": [\n }", "It is not JSON, line 3.")]
    [InlineData("""{ "modells": [] }""", "$.modells is not known or has not the form that is expected.")]
    [InlineData("""{ "models": [ { "id": "openai/gpt-4.1", "priceing": {} } ] }""", "$.models[0].priceing is not known or has not the form that is expected.")]
    [InlineData("""{ "models": [ { "id": "openai/gpt-4.1", "provider": "Nobody" } ] }""", "$.models[0].provider is not known or has not the form that is expected.")]
    [InlineData("""{ "models": [ { "id": "openai/gpt-4.1", "retiredOn": "soon" } ] }""", "$.models[0].retiredOn is not known or has not the form that is expected.")]
    [InlineData("""{ "models": null }""", "The alias openai/gpt-4 must be answered by another model of the file.")]
    [InlineData("""{ "models": [ {} ] }""", "The id of \"\" must be openai/ and the provider's name of the model.")]
    [InlineData("""{ "models": [ { "id": "groq/x", "provider": "Openai", "displayName": "X", "outputTokensMax": 1 } ] }""", "The id of \"groq/x\" must be openai/ and the provider's name of the model.")]
    [InlineData("""{ "models": [ { "id": "openai/gpt-4.1", "displayName": " " } ] }""", "openai/gpt-4.1 needs a displayName.")]
    [InlineData("""{ "models": [ { "id": "openai/gpt-4.1", "outputTokensMax": 0 } ] }""", "openai/gpt-4.1 needs an outputTokensMax of 1 or more.")]
    [InlineData("""{ "models": [ { "id": "openai/gpt-4.1", "pricing": { "outputPerMillion": 0 } } ] }""", "openai/gpt-4.1 needs an inputPerMillion and an outputPerMillion of 1 or more.")]
    [InlineData("""{ "models": [ { "id": "openai/gpt-4.1", "kind": "Video" } ] }""", "openai/gpt-4.1 needs secondsOptions from 1 to 600.")]
    [InlineData("""{ "models": [ { "id": "openai/sora-2", "secondsOptions": [4, 0] } ] }""", "openai/sora-2 needs secondsOptions from 1 to 600.")]
    [InlineData("""{ "models": [ { "id": "openai/sora-2", "sizes": [] } ] }""", "openai/sora-2 needs sizes such as 1280x720.")]
    [InlineData("""{ "models": [ { "id": "openai/sora-2", "sizes": ["720x1280", "1024x1792"] } ] }""", "openai/sora-2 needs a price perSecond of 1 or more for each of its sizes.")]
    [InlineData("""{ "models": [ { "id": "openai/gpt-4.1", "kind": "Audio" } ] }""", "openai/gpt-4.1 needs voices.")]
    [InlineData("""{ "models": [ { "id": "openai/tts-1", "pricing": { "charactersPerMillion": 0 } } ] }""", "openai/tts-1 needs a charactersPerMillion of 1 or more.")]
    [InlineData("""{ "models": [ { "id": "openai/tts-1", "promptCharactersMax": 0 } ] }""", "openai/tts-1 needs a promptCharactersMax of 1 or more, or none.")]
    [InlineData("""{ "models": [ { "id": "openai/gpt-4.1", "replacedBy": "openai/none" } ] }""", "openai/gpt-4.1 has a replacedBy: it needs a retiredOn, and the other must be a model of the file.")]
    [InlineData("""{ "models": [ { "id": "openai/gpt-image-2", "sizes": ["large"] } ] }""", "openai/gpt-image-2 needs sizes such as 1024x1024.")]
    [InlineData("""{ "models": [ { "id": "openai/gpt-image-2", "qualities": [] } ] }""", "openai/gpt-image-2 needs qualities.")]
    [InlineData("""{ "models": [ { "id": "openai/gpt-image-2", "qualities": ["high", "max"] } ] }""", "openai/gpt-image-2 needs a price perImage of 1 or more for each of its qualities.")]
    [InlineData("""{ "aliases": [ { "id": "gpt", "displayName": "GPT", "answeredBy": "openai/gpt-4.1" } ] }""", "The alias \"gpt\" needs an id such as openai/name and a displayName.")]
    [InlineData("""{ "aliases": [ { "id": "openai/gpt-6-sol", "displayName": "Sol", "answeredBy": "openai/gpt-4.1" } ] }""", "The alias openai/gpt-6-sol stands for a model that is not retired.")]
    [InlineData("""{ "compatible": { "pricing": null } }""", "compatible needs an outputTokensMax, and a pricing with an inputPerMillion and an outputPerMillion, of 1 or more.")]
    public void A_mistake_is_told_by_its_place(string json, string problem)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Read(json));

        Assert.Contains($"WEBOX_MODELS, {_path}: {problem}", refusal.Message.Split(Environment.NewLine));
    }

    private ModelFile Read(string json)
    {
        File.WriteAllText(_path, json);
        return ModelFileReader.Read(_path);
    }
}
