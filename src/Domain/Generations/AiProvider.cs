namespace Webox.Domain.Generations;

/// <summary>Who runs a model.</summary>
public enum AiProvider
{
    Openai,
    Anthropic,
    Google,
    Groq,

    /// <summary>Any server that speaks OpenAI's protocol: Ollama, vLLM, LM Studio.</summary>
    OpenaiCompatible,

    /// <summary>Runs inside Webox, needs no key, knows nothing. The default when no provider is configured.</summary>
    Sandbox,
}
