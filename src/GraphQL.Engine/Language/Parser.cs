namespace Webox.GraphQL.Engine.Language;

/// <summary>Reads GraphQL text. https://spec.graphql.org/September2025/#sec-Language</summary>
public static class Parser
{
    /// <exception cref="GraphQLException">The text is no GraphQL document (<c>SYNTAX_ERROR</c>) or passes a limit.</exception>
    public static DocumentNode ParseDocument(string source, ParserOptions? options = null) => throw new NotSupportedException();

    /// <exception cref="GraphQLException">The text is no value.</exception>
    public static ValueNode ParseValue(string source, bool isConst = false) => throw new NotSupportedException();

    /// <exception cref="GraphQLException">The text is no type reference.</exception>
    public static TypeNode ParseType(string source) => throw new NotSupportedException();
}
