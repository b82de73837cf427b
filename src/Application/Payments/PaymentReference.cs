using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>
/// One of the names that a provider has for a payment: our own key, its intent, a session, a charge. Messages use now one, now
/// another; each that is heard of is remembered.
/// </summary>
public sealed record PaymentReference(PaymentProvider Provider, string Reference, PaymentId PaymentId);
