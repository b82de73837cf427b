namespace Webox.GraphQL.Engine.Language;

/// <summary>Reads GraphQL text. https://spec.graphql.org/September2025/#sec-Language</summary>
public static class Parser
{
    /// <exception cref="GraphQLException">The text is no GraphQL document (<c>SYNTAX_ERROR</c>) or passes a limit.</exception>
    public static DocumentNode ParseDocument(string source, ParserOptions? options = null) =>
        new DocumentParser(source, options ?? ParserOptions.Default).ParseDocument();

    /// <exception cref="GraphQLException">The text is no value, or nests too deeply.</exception>
    public static ValueNode ParseValue(string source, bool isConst = false) =>
        new DocumentParser(source, ParserOptions.Unlimited).ParseLoneValue(isConst);

    /// <exception cref="GraphQLException">The text is no type reference, or nests too deeply.</exception>
    public static TypeNode ParseType(string source) => new DocumentParser(source, ParserOptions.Unlimited).ParseLoneType();
}
