using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>Plays the provider's part, for payments of the sandbox.</summary>
public interface ISandboxPayments
{
    /// <summary>The message a provider would send. The same outcome of the same payment is the same message.</summary>
    SandboxMessage Play(Payment payment, SandboxOutcome outcome);
}

/// <param name="EventId">The id of the message, unique to the provider.</param>
public sealed record SandboxMessage(string EventId, ReadOnlyMemory<byte> Body);

/// <summary>What a customer of the sandbox may play.</summary>
public enum SandboxOutcome
{
    Succeed,
    Decline,
    Cancel,
}
