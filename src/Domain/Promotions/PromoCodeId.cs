namespace Webox.Domain.Promotions;

/// <summary>Identifies a <see cref="PromoCode"/>.</summary>
public readonly record struct PromoCodeId(Guid Value) : IEntityId<PromoCodeId>
{
    public static PromoCodeId From(Guid value) => new(value);
}
