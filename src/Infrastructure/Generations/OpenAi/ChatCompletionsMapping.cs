using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>Their words to ours. Pure, so every branch is a table test.</summary>
internal static class ChatCompletionsMapping
{
    public static FinishReason ToFinishReason(string reason) => reason switch
    {
        "stop" => FinishReason.Stop,
        "length" => FinishReason.Length,
        "content_filter" => FinishReason.ContentFilter,
        _ => FinishReason.Other,
    };

    public static TokenUsage ToUsage(this ChatUsage usage) => new(Math.Max(0, usage.PromptTokens), Math.Max(0, usage.CompletionTokens));
}
