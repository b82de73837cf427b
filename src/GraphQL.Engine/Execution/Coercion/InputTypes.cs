using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Coercion;

/// <summary>Finds the type that a document writes. https://spec.graphql.org/September2025/#sec-Type-References</summary>
internal static class InputTypes
{
    /// <returns>Null when the schema has no such type, or it cannot be an input.</returns>
    public static GraphType? Find(Schema schema, TypeNode type) => type switch
    {
        NonNullTypeNode nonNull => Find(schema, nonNull.Type) is { } inner ? new NonNullType(inner) : null,
        ListTypeNode list => Find(schema, list.Type) is { } item ? new ListType(item) : null,
        NamedTypeNode named => schema.FindType(named.Name.Value) is { IsInput: true } found ? found : null,
        _ => null,
    };

    /// <summary>How a document writes the type, whether the schema has it or not.</summary>
    public static string Print(TypeNode type) => type switch
    {
        NonNullTypeNode nonNull => $"{Print(nonNull.Type)}!",
        ListTypeNode list => $"[{Print(list.Type)}]",
        NamedTypeNode named => named.Name.Value,
        _ => "",
    };
}
