using System.Text;
using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>What a model accepts.</summary>
internal static class GenerationRules
{
    public const int OutputTokensDefault = 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="promptOption">What clients call the prompt.</param>
    /// <returns>The options with the model's defaults filled in.</returns>
    /// <exception cref="PromptTooLongException">Prompt and system prompt together exceed the limit.</exception>
    /// <exception cref="InvalidGenerationOptionException">The model does not take a value.</exception>
    public static GenerationOptions Check(Model model, GenerationRequest request, string promptOption = "prompt")
    {
        CheckPrompt(promptOption, request.Prompt, request.Options.SystemPrompt);
        if (model.PromptCharactersMax is { } max && Model.CharactersOf(request.Prompt) > max)
        {
            throw PromptTooLongException.OfModel(max);
        }

        return model.Kind switch
        {
            GenerationKind.Text => CheckText(model, request.Options),
            GenerationKind.Image => CheckImage(model, request.Options),
            GenerationKind.Video => CheckVideo(model, request.Options),
            _ => CheckAudio(model, request.Options),
        };
    }

    private static void CheckPrompt(string option, string prompt, string? systemPrompt)
    {
        if (Bytes(option, prompt) + Bytes("systemPrompt", systemPrompt ?? "") > Model.PromptBytesMax)
        {
            throw new PromptTooLongException();
        }

        if (string.IsNullOrWhiteSpace(prompt))
        {
            throw new InvalidGenerationOptionException(option, ["1..32768"]);
        }
    }

    private static GenerationOptions CheckText(Model model, GenerationOptions options)
    {
        var outputTokensMax = options.OutputTokensMax ?? Math.Min(OutputTokensDefault, model.OutputTokensMax);
        Require(outputTokensMax >= 1 && outputTokensMax <= model.OutputTokensMax, "outputTokensMax", $"1..{model.OutputTokensMax}");
        Require(options.Temperature is null or (>= 0 and <= 2), "temperature", "0..2");
        return options with { OutputTokensMax = outputTokensMax };
    }

    private static GenerationOptions CheckImage(Model model, GenerationOptions options)
    {
        var size = options.Size ?? model.Sizes[0];
        var quality = options.Quality ?? model.Qualities[0];
        var count = options.Count ?? 1;
        Require(model.Sizes.Contains(size), "size", [.. model.Sizes]);
        Require(model.Qualities.Contains(quality), "quality", [.. model.Qualities]);
        Require(options.Style is null, "style");
        Require(count is >= 1 and <= Model.ImagesMax, "count", $"1..{Model.ImagesMax}");
        return options with { Size = size, Quality = quality, Count = count };
    }

    private static GenerationOptions CheckVideo(Model model, GenerationOptions options)
    {
        var seconds = options.Seconds ?? model.SecondsOptions[0];
        var size = options.Size ?? model.Sizes[0];
        Require(model.SecondsOptions.Contains(seconds), "seconds", [.. model.SecondsOptions.Select(option => $"{option}")]);
        Require(model.Sizes.Contains(size), "size", [.. model.Sizes]);
        return options with { Seconds = seconds, Size = size };
    }

    private static GenerationOptions CheckAudio(Model model, GenerationOptions options)
    {
        var voice = options.Voice ?? model.Voices[0];
        Require(model.Voices.Contains(voice), "voice", [.. model.Voices]);
        return options with { Voice = voice };
    }

    // PostgreSQL stores neither U+0000 nor half a surrogate pair, and no provider understands them.
    private static int Bytes(string option, string text)
    {
        try
        {
            Require(!text.Contains('\0', StringComparison.Ordinal), option, "Unicode");
            return StrictUtf8.GetByteCount(text);
        }
        catch (EncoderFallbackException)
        {
            throw new InvalidGenerationOptionException(option, ["Unicode"]);
        }
    }

    private static void Require(bool holds, string option, params string[] allowed)
    {
        if (!holds)
        {
            throw new InvalidGenerationOptionException(option, allowed);
        }
    }
}
