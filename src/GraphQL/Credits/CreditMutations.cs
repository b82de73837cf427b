using Webox.Application;
using Webox.Application.Credits;
using Webox.Domain.Credits;

namespace Webox.GraphQL.Credits;

[MutationType]
public static class CreditMutations
{
    /// <summary>Limits what your generations use in a calendar month (UTC), what is held for unfinished ones included.</summary>
    /// <param name="monthlyLimit">In credits, 0 to 1,000,000,000; 0 stops new generations. Null: no limit.</param>
    [Authorize]
    [Error<InvalidMonthlyLimitException>]
    [UseMutationConvention(PayloadFieldName = "credits")]
    public static async Task<CreditBalance> SetMonthlyLimitAsync(
        int? monthlyLimit, SetMonthlyLimit setMonthlyLimit, ICurrentCustomer current, IWeboxDb db, CancellationToken cancellationToken)
    {
        await setMonthlyLimit.ExecuteAsync(monthlyLimit, cancellationToken);
        return await CustomerCredits.ReadAsync(db, current.Id!.Value, cancellationToken);
    }
}
