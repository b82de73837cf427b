namespace Webox.Domain.Credits;

public sealed class InsufficientCreditsException(int required, int available)
    : DomainException($"Il faut {required} crédits et vous en avez {available}.")
{
    /// <summary>What the generation may cost at most; held when it starts.</summary>
    public int Required { get; } = required;

    public int Available { get; } = available;
}
