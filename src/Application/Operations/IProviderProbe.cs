namespace Webox.Application.Operations;

/// <summary>One harmless call to a provider, for <c>webox check-env --online</c>. One for each provider that is configured.</summary>
public interface IProviderProbe
{
    /// <summary><c>Stripe</c>.</summary>
    string Provider { get; }

    /// <returns>What came of it, in one line that names no secret.</returns>
    Task<ProbeResult> ProbeAsync(CancellationToken cancellationToken);
}

/// <param name="Detail">What was asked and what was answered.</param>
public sealed record ProbeResult(bool Succeeded, string Detail);
