namespace Webox.Domain.Payments;

public sealed class PaymentNotFoundException() : DomainException("Ce paiement n'existe pas ou n'est pas le vôtre.");

public sealed class PaymentProviderUnavailableException(PaymentProvider provider)
    : DomainException("Ce moyen de paiement n'est pas disponible pour le moment.")
{
    public PaymentProvider Provider { get; } = provider;
}

public sealed class InvalidReturnUrlException()
    : DomainException("L'adresse de retour doit être une adresse http ou https complète.");

public sealed class PaymentNotCapturableException(PaymentStatus status) : DomainException("Ce paiement ne peut pas être encaissé.")
{
    public PaymentStatus Status { get; } = status;
}

/// <param name="refundable">What can still be refunded.</param>
public sealed class RefundExceedsCaptureException(Money refundable)
    : DomainException($"Le remboursement doit être d'au moins une unité et d'au plus {refundable}.")
{
    public Money Refundable { get; } = refundable;
}

public sealed class InvalidRefundLinesException(string why) : DomainException(why);

/// <param name="granted">Credits that the refunded packs added.</param>
/// <param name="available">Credits that could be taken back.</param>
public sealed class CreditsAlreadyUsedException(int granted, int available)
    : DomainException($"{granted - available} des {granted} crédits à reprendre ont déjà été utilisés.")
{
    public int Granted { get; } = granted;

    public int Used { get; } = granted - available;
}

/// <summary>The provider refused a refund for good; nothing was given back.</summary>
public sealed class RefundRefusedException() : DomainException("Le prestataire de paiement a refusé ce remboursement.");

public sealed class InvalidAmountException() : DomainException("Le montant reçu doit être d'au moins une unité.");
