using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>https://spec.graphql.org/September2025/#sec-Root-Operation-Types</summary>
internal static class RootTypes
{
    /// <summary>Null: the schema does not offer such operations.</summary>
    public static ObjectType? Find(Schema schema, OperationType operation) => operation switch
    {
        OperationType.Query => schema.QueryType,
        OperationType.Mutation => schema.MutationType,
        _ => schema.SubscriptionType,
    };

    /// <summary>As documents write it: <c>query</c>.</summary>
    public static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}
