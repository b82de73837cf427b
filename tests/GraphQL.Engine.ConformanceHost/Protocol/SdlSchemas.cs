using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.ConformanceHost.Protocol;

/// <summary>Builds schemas from the texts of a request: a base, then what extends it.</summary>
internal static class SdlSchemas
{
    /// <exception cref="GraphQLException">A text is no GraphQL.</exception>
    /// <exception cref="RefusedException">The texts do not make a schema. The type system is not checked yet.</exception>
    public static Schema Build(IReadOnlyList<string> texts)
    {
        DocumentNode[] documents = [.. texts.Select(Parse)];
        try
        {
            return SdlSchemaBuilder.Build(documents);
        }
        catch (GraphQLException refusal)
        {
            throw new RefusedException("sdl", refusal.Errors);
        }
    }

    public static DocumentNode Parse(string text) => Parser.ParseDocument(text, ParserOptions.Unlimited);
}
