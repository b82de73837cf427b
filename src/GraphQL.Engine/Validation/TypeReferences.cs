using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>Types as documents write them.</summary>
internal static class TypeReferences
{
    /// <summary>The type meant. Null: the schema has none of that name.</summary>
    public static GraphType? Resolve(Schema schema, TypeNode type) => type switch
    {
        NonNullTypeNode nonNull => Resolve(schema, nonNull.Type) is { } inner ? new NonNullType(inner) : null,
        ListTypeNode list => Resolve(schema, list.Type) is { } item ? new ListType(item) : null,
        NamedTypeNode named => schema.FindType(named.Name.Value),
        _ => null,
    };

    /// <summary>The named type inside all lists and non-nulls.</summary>
    public static NamedTypeNode NamedTypeOf(TypeNode type)
    {
        while (true)
        {
            switch (type)
            {
                case NonNullTypeNode nonNull:
                    type = nonNull.Type;
                    break;
                case ListTypeNode list:
                    type = list.Type;
                    break;
                default:
                    return (NamedTypeNode)type;
            }
        }
    }
}
