using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>What the shop decided about payments.</summary>
/// <param name="CapturesLater">True: money is set aside at checkout, and taken when finance captures it.</param>
/// <param name="RefundsMisfits">True: money that does not fit its order is given back by itself. False: the order is reviewed by a person.</param>
/// <param name="TransferTime">How long an order waits for a bank transfer.</param>
public sealed record PaymentPolicy(bool CapturesLater, bool RefundsMisfits, TimeSpan TransferTime)
{
    /// <summary>When a transfer must have arrived.</summary>
    public DateTimeOffset PayBefore(Payment payment) => payment.CreatedAt + TransferTime;
}
