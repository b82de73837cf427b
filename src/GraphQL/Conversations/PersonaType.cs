using Webox.Domain.Conversations;

namespace Webox.GraphQL.Conversations;

/// <summary>A ready-made assistant: who a model is to be in a conversation.</summary>
[ExtendObjectType<Persona>]
public static class PersonaType
{
    /// <summary>Opaque and stable. Do not parse it.</summary>
    [ID<Persona>]
    public static string GetId([Parent] Persona persona) => persona.Id;
}
