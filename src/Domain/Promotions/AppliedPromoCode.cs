namespace Webox.Domain.Promotions;

/// <summary>The code of a cart, and what it has to be judged by.</summary>
/// <param name="UsesByCustomer">How often the customer of the cart used it.</param>
public sealed record AppliedPromoCode(PromoCode Code, int UsesByCustomer)
{
    /// <summary>Why it takes nothing off. Null: it does.</summary>
    public PromoCodeProblem? ProblemFor(Money subtotal, DateTimeOffset now) => Code.ProblemFor(subtotal, UsesByCustomer, now);

    /// <exception cref="PromoCodeNotUsableException">It takes nothing off.</exception>
    public void Require(Money subtotal, DateTimeOffset now)
    {
        if (ProblemFor(subtotal, now) is { } problem)
        {
            throw new PromoCodeNotUsableException(problem, Code.MinimumSubtotal);
        }
    }
}
