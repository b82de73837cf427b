namespace Webox.Domain;

/// <summary>The same idempotency key came with another request before; nothing was done.</summary>
public sealed class IdempotencyKeyReusedException()
    : DomainException("Cette clé d'idempotence a déjà servi pour une autre demande.");
