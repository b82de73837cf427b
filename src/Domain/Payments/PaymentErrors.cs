namespace Webox.Domain.Payments;

public sealed class PaymentNotFoundException() : DomainException("Ce paiement n'existe pas ou n'est pas le vôtre.");

public sealed class PaymentProviderUnavailableException(PaymentProvider provider)
    : DomainException("Ce moyen de paiement n'est pas disponible pour le moment.")
{
    public PaymentProvider Provider { get; } = provider;
}

public sealed class InvalidReturnUrlException()
    : DomainException("L'adresse de retour doit être une adresse http ou https complète.");
