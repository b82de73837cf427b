using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>What a reconciliation found.</summary>
public sealed class ReconciliationReport
{
    private readonly List<ReconciliationFinding> _findings = [];

    /// <summary>How many payments their providers were asked about.</summary>
    public int Asked { get; internal set; }

    /// <summary>How many of them got no answer, and stay as they are.</summary>
    public int Unanswered { get; internal set; }

    /// <summary>What differed here from what the provider says.</summary>
    public IReadOnlyList<ReconciliationFinding> Findings => _findings;

    internal void Add(Payment payment, string finding) => _findings.Add(new(payment.Id.Value, payment.Provider, payment.ProviderReference, finding));
}

public sealed record ReconciliationFinding(Guid PaymentId, PaymentProvider Provider, string? ProviderReference, string Finding);
