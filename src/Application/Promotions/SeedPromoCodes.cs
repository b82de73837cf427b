using Microsoft.EntityFrameworkCore;
using Webox.Domain;
using Webox.Domain.Promotions;

namespace Webox.Application.Promotions;

/// <summary>Sample codes for trying the shop out. Only adds what is missing: nothing the shop changed is ever overwritten.</summary>
public sealed class SeedPromoCodes(IWeboxDb db, TimeProvider clock)
{
    private static readonly IReadOnlyList<PromoCodeTerms> Samples =
    [
        new("BIENVENUE10", PromoCodeKind.Percent, 10, Euros(2000)) { UsesMax = 100 },
        new("VIP20", PromoCodeKind.Percent, 20, Euros(5000)) { UsesMax = 50 },
        new("PROMO5", PromoCodeKind.FixedAmount, 500, Euros(1500)),
        new("FLASH50", PromoCodeKind.Percent, 50, Euros(10000)) { UsesMax = 10 },
    ];

    /// <returns>How many codes were added; 0 when all were there.</returns>
    public Task<int> ExecuteAsync(CancellationToken cancellationToken) => db.InTransactionOrAfterRivalAsync(
        async () =>
        {
            var known = await db.PromoCodes.Select(code => code.Code).ToHashSetAsync(cancellationToken);
            var missing = Samples.Where(terms => !known.Contains(terms.Code)).Select(terms => PromoCode.Create(terms, clock.GetUtcNow())).ToList();
            db.PromoCodes.AddRange(missing);
            await db.SaveChangesAsync(cancellationToken);
            return missing.Count;
        },
        cancellationToken);

    private static Money Euros(long cents) => new(cents, Currency.Eur);
}
