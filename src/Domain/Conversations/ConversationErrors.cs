namespace Webox.Domain.Conversations;

public sealed class ConversationNotFoundException() : DomainException("Cette conversation n'existe pas ou n'est pas la vôtre.");

public sealed class PersonaNotFoundException() : DomainException("Cet assistant n'existe pas.");
