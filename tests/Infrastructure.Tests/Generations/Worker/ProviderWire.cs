using Webox.Domain.Generations;

namespace Webox.Infrastructure.Tests.Generations.Worker;

/// <summary>How a provider writes what can go right and wrong with a text.</summary>
/// <param name="Settings">Its key, and the setting of its address and the path that follows the server there.</param>
/// <param name="Piece">A part of an answer, which is not its end.</param>
/// <param name="End">What makes the parts an answer: 10 tokens in and 5 out.</param>
/// <param name="Error">An error in the stream, after the answer had begun with success.</param>
/// <param name="Nothing">A stream without an answer.</param>
/// <param name="Refusal">Status, media type and body of a refusal of the content.</param>
internal sealed record ProviderWire(
    AiProvider Provider,
    string Model,
    (string Key, string Value, string Address, string Path) Settings,
    string Piece,
    string End,
    string Error,
    string Nothing,
    (int Status, string MediaType, string Body) Refusal)
{
    public const string Stream = "text/event-stream";

    private static readonly ProviderWire OpenAi = new(
        AiProvider.Openai,
        "openai/gpt-6-luna",
        ("OPENAI_API_KEY", "sk-abcdefghijklmnopqrst", "WEBOX_OPENAI_BASE_URL", "/v1"),
        Piece: Data("""{"model":"another-model","choices":[{"delta":{"content":"Bonjour"},"finish_reason":null}]}"""),
        End: Data("""{"choices":[{"delta":{},"finish_reason":"stop"}]}""")
            + Data("""{"choices":[],"usage":{"prompt_tokens":10,"completion_tokens":5}}""") + Data("[DONE]"),
        Error: Data("""{"error":{"message":"The server had an error","type":"server_error","code":null}}"""),
        Nothing: Data("""{"choices":[]}""") + Data("[DONE]"),
        Refusal: (400, "application/json", """{"error":{"message":"no","type":"invalid_request_error","code":"content_policy_violation"}}"""));

    private static readonly ProviderWire Groq = OpenAi with
    {
        Provider = AiProvider.Groq,
        Model = "groq/openai/gpt-oss-120b",
        Settings = ("GROQ_API_KEY", "gsk_abcdefghijklmnopqrst", "WEBOX_GROQ_BASE_URL", "/openai/v1"),
        End = Data("""{"choices":[{"delta":{},"finish_reason":"stop"}],"x_groq":{"usage":{"prompt_tokens":10,"completion_tokens":5}}}""") + Data("[DONE]"),
        Error = Data("""{"choices":[],"x_groq":{"error":"over capacity"}}"""),
    };

    private static readonly ProviderWire Anthropic = new(
        AiProvider.Anthropic,
        "anthropic/claude-haiku-4-5",
        ("ANTHROPIC_API_KEY", "sk-ant-abcdefghijklmnopqrst", "WEBOX_ANTHROPIC_BASE_URL", "/v1"),
        Piece: Event("message_start", """{"type":"message_start","message":{"model":"another-model","usage":{"input_tokens":10,"output_tokens":1}}}""")
            + Event("content_block_delta", """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Bonjour"}}"""),
        End: Event("message_delta", """{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":5}}""")
            + Event("message_stop", """{"type":"message_stop"}"""),
        Error: Event("error", """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"""),
        Nothing: Event("message_start", """{"type":"message_start","message":{"content":[]}}""") + Event("message_stop", """{"type":"message_stop"}"""),
        Refusal: (200, Stream, Event("message_delta", """{"type":"message_delta","delta":{"stop_reason":"refusal"},"usage":{"output_tokens":1}}""")));

    private static readonly ProviderWire Gemini = new(
        AiProvider.Google,
        "google/gemini-3.8-flash",
        ("GOOGLE_API_KEY", "abcdefghijklmnopqrstuvwxyz", "WEBOX_GOOGLE_BASE_URL", ""),
        Piece: Data("""{"candidates":[{"content":{"parts":[{"text":"Bonjour"}],"role":"model"}}],"modelVersion":"another-model"}"""),
        End: Data("""{"candidates":[{"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":5}}"""),
        Error: Data("""{"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}"""),
        Nothing: Data("""{"candidates":[]}"""),
        Refusal: (200, Stream, Data("""{"promptFeedback":{"blockReason":"SAFETY"}}""")));

    public static IReadOnlyList<ProviderWire> All { get; } = [OpenAi, Groq, Anthropic, Gemini];

    private static string Data(string data) => $"data: {data}\n\n";

    private static string Event(string name, string data) => $"event: {name}\n{Data(data)}";
}
