using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>Our words to theirs and back. Pure, so every branch is a table test.</summary>
internal static class ChatCompletionsMapping
{
    public static ChatRequest ToChat(this TextRequest request, ChatCompletionsOptions options) => new(
        request.Model,
        request.SystemPrompt is { } system ? [new("system", system), new("user", request.Prompt)] : [new("user", request.Prompt)],
        Stream: true,
        new ChatStreamOptions(IncludeUsage: true),
        options.UsesMaxCompletionTokens ? request.OutputTokensMax : null,
        options.UsesMaxCompletionTokens ? null : request.OutputTokensMax,
        request.Temperature);

    public static FinishReason ToFinishReason(string reason) => reason switch
    {
        "stop" => FinishReason.Stop,
        "length" => FinishReason.Length,
        "content_filter" => FinishReason.ContentFilter,
        _ => FinishReason.Other,
    };

    public static TokenUsage ToUsage(this ChatUsage usage) => new(Math.Max(0, usage.PromptTokens), Math.Max(0, usage.CompletionTokens));
}
