using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types;

/// <summary>Builds a <see cref="Schema"/> from type system documents. Its fields have no resolvers until the caller sets them.</summary>
public static class SdlSchemaBuilder
{
    /// <param name="documents">The definitions, then any extensions of them.</param>
    /// <exception cref="GraphQLException">A type is defined twice, or one that is referred to is missing.</exception>
    public static Schema Build(params IReadOnlyList<DocumentNode> documents) => throw new NotSupportedException();
}
