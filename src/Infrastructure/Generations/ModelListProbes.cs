using Microsoft.Extensions.DependencyInjection;
using Webox.Infrastructure.Generations.Anthropic;
using Webox.Infrastructure.Generations.Gemini;
using Webox.Infrastructure.Generations.Groq;
using Webox.Infrastructure.Generations.OpenAi;
using Webox.Infrastructure.Settings;

namespace Webox.Infrastructure.Generations;

/// <summary>Where each provider keeps the list of its models, and how it is asked for it.</summary>
internal static class ModelListProbes
{
    public static IServiceCollection AddModelListProbes(this IServiceCollection services) => services
        .AddProbe("OpenAI", (settings, clock) => Of("OpenAI", OpenAiOptions.From(settings), clock))
        .AddProbe("Anthropic", (settings, clock) => Of(AnthropicOptions.From(settings), clock))
        .AddProbe("Google", (settings, clock) => Of(GeminiOptions.From(settings), clock))
        .AddProbe("Groq", (settings, clock) => Of("Groq", GroqOptions.From(settings), clock))
        .AddProbe("OpenAI-compatible", (settings, clock) => Of("OpenAI-compatible", OpenAiOptions.Compatible(settings), clock));

    // https://platform.openai.com/docs/api-reference/models/list
    private static ModelListProbe? Of(string provider, OpenAiOptions? options, TimeProvider clock) => options is null ? null : new(
        provider, new Uri(options.Address, "models"), options.ApiKey is { } key ? [Bearer(key)] : [], ProviderHttp.Create(), clock);

    // https://platform.claude.com/docs/en/api/models-list
    private static ModelListProbe? Of(AnthropicOptions? options, TimeProvider clock) => options is null ? null : new(
        "Anthropic",
        new Uri(options.Address, "models"),
        [options.IsBearer ? Bearer(options.ApiKey) : ("x-api-key", options.ApiKey), ("anthropic-version", options.Version)],
        ProviderHttp.Create(),
        clock);

    // https://ai.google.dev/api/models#method:-models.list
    private static ModelListProbe? Of(GeminiOptions? options, TimeProvider clock) => options is null ? null : new(
        "Google", new Uri(options.Models.AbsoluteUri.TrimEnd('/')), [("x-goog-api-key", options.ApiKey)], ProviderHttp.Create(), clock);

    private static (string Name, string Value) Bearer(string key) => ("Authorization", $"Bearer {key}");
}
