using Webox.Application.Payments;

namespace Webox.GraphQL.Payments;

/// <summary>What the customer must do to pay.</summary>
[UnionType]
public abstract record PaymentAction;

/// <summary>Call `confirmSandboxPayment` with the outcome to play.</summary>
public sealed record ConfirmInSandbox(IReadOnlyList<SandboxOutcome> Outcomes) : PaymentAction;
