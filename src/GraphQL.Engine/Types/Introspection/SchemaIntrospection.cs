using Webox.GraphQL.Engine.Types.Scalars;
using static Webox.GraphQL.Engine.Types.Introspection.IntrospectionFields;

namespace Webox.GraphQL.Engine.Types.Introspection;

/// <summary>https://spec.graphql.org/September2025/#sec-The-__Schema-Type</summary>
internal static class SchemaIntrospection
{
    public static void Define(ObjectType schemaType, ObjectType typeType, ObjectType directiveType)
    {
        schemaType.Description = "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and "
            + "directives on the server, as well as the entry points for query, mutation, and subscription operations.";
        schemaType.Add<Schema>("description", BuiltInScalars.String, schema => schema.Description);
        schemaType.Add<Schema>("types", Required(ListOf(typeType)), schema => schema.Types);
        schemaType.Add<Schema>("queryType", Required(typeType), schema => schema.QueryType);
        schemaType.Add<Schema>("mutationType", typeType, schema => schema.MutationType);
        schemaType.Add<Schema>("subscriptionType", typeType, schema => schema.SubscriptionType);
        schemaType.Add<Schema>("directives", Required(ListOf(directiveType)), schema => schema.Directives);
    }
}
