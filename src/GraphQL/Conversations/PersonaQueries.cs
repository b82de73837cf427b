using Webox.Application.Conversations;
using Webox.Domain.Conversations;

namespace Webox.GraphQL.Conversations;

[QueryType]
public static class PersonaQueries
{
    /// <summary>The ready-made assistants that `sendMessage` can take on.</summary>
    [AllowAnonymous]
    public static IReadOnlyList<Persona> GetPersonas() => Personas.All;
}
