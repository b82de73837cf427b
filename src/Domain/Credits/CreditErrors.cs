namespace Webox.Domain.Credits;

public sealed class InsufficientCreditsException(int required, int available)
    : DomainException($"Il faut {required} crédits et vous en avez {available}.")
{
    /// <summary>What the generation may cost at most; held when it starts.</summary>
    public int Required { get; } = required;

    public int Available { get; } = available;
}

/// <param name="required">What the generation may cost at most.</param>
/// <param name="used">What this month's generations used and hold without it.</param>
public sealed class MonthlyLimitReachedException(int monthlyLimit, int used, int required)
    : DomainException($"Vous limitez vos générations à {monthlyLimit} crédits par mois ; {used} sont utilisés ou réservés et il en faut {required}.")
{
    public int MonthlyLimit { get; } = monthlyLimit;

    public int Used { get; } = used;

    public int Required { get; } = required;
}

public sealed class InvalidMonthlyLimitException() : DomainException("La limite va de 0 à 1 000 000 000 crédits par mois.");
