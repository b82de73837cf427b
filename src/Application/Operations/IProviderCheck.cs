namespace Webox.Application.Operations;

/// <summary>Says of every provider whether it can be used here.</summary>
public interface IProviderCheck
{
    /// <summary>By the settings alone.</summary>
    IReadOnlyList<ProviderReport> Check();

    /// <summary>Also by one harmless call to each whose settings allow it. That a provider cannot be reached is a result, not an exception.</summary>
    Task<IReadOnlyList<ProviderReport>> CheckOnlineAsync(CancellationToken cancellationToken);
}

/// <param name="Name"><c>Stripe</c>.</param>
/// <param name="IsConfigured">True when all is set that it cannot be called without.</param>
/// <param name="Mode"><c>test</c> or <c>live</c>. Null where there is no such thing, and when it is not configured.</param>
/// <param name="Problems">What is missing or wrong, as <c>webhook secret missing</c>.</param>
/// <param name="Online">What came of calling it. Null: it was not called.</param>
public sealed record ProviderReport(string Name, bool IsConfigured, string? Mode, IReadOnlyList<string> Problems, ProbeResult? Online = null);
