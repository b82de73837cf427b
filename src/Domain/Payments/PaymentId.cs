namespace Webox.Domain.Payments;

/// <summary>Identifies a <see cref="Payment"/>.</summary>
public readonly record struct PaymentId(Guid Value) : IEntityId<PaymentId>
{
    public static PaymentId From(Guid value) => new(value);
}
