using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Credits;

namespace Webox.Application.Credits;

/// <summary>Lets a customer limit what their generations use in a month. What already waits or runs is not touched.</summary>
public sealed class SetMonthlyLimit(IWeboxDb db, ICurrentCustomer customer)
{
    public const int LimitMax = 1_000_000_000;

    /// <param name="credits">0 stops new generations. Null: no limit.</param>
    /// <exception cref="InvalidMonthlyLimitException">It is negative or above <see cref="LimitMax"/>.</exception>
    public async Task ExecuteAsync(int? credits, CancellationToken cancellationToken)
    {
        if (credits is < 0 or > LimitMax)
        {
            throw new InvalidMonthlyLimitException();
        }

        var owner = customer.Require();
        await db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                var written = await db.CreditAccounts.Where(a => a.CustomerId == owner)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.MonthlyLimit, credits), cancellationToken);
                if (written == 0)
                {
                    db.CreditAccounts.Add(new CreditAccount { CustomerId = owner, MonthlyLimit = credits });
                    await db.SaveChangesAsync(cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }
}
