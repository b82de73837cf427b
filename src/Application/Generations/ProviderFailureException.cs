using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>
/// A provider did not deliver. The message is ours and safe to log: it never repeats what the provider, the prompt or a header said.
/// </summary>
/// <param name="isRetryable">False when another try with the same request cannot end otherwise.</param>
/// <param name="retryAfter">How long the provider asks to wait. Null when it did not say.</param>
public sealed class ProviderFailureException(
    GenerationFailureCode code, string message, bool isRetryable, TimeSpan? retryAfter = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    public GenerationFailureCode Code { get; } = code;

    public bool IsRetryable { get; } = isRetryable;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
