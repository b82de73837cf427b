using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types.Sdl;

namespace Webox.GraphQL.Engine.Types;

/// <summary>Builds a <see cref="Schema"/> from type system documents. Its fields have no resolvers until the caller sets them.</summary>
public static class SdlSchemaBuilder
{
    /// <summary>
    /// Operations and fragments in the documents are left aside. Built-in scalars, directives and introspection types are put in; a
    /// document that defines one of them itself may do so, which changes nothing but the directives.
    /// </summary>
    /// <param name="documents">The definitions, then any extensions of them.</param>
    /// <exception cref="GraphQLException">
    /// A type is defined twice, or a type or directive that is referred to is missing. One of the wrong kind is left out, and
    /// <see cref="SchemaValidator"/> reports it.
    /// </exception>
    public static Schema Build(params IReadOnlyList<DocumentNode> documents)
    {
        var errors = new List<IError>();
        var definitions = new SdlDefinitions(documents, errors);
        DirectiveReferences.Check(documents, definitions, errors);
        var schema = new SchemaAssembly(definitions, errors).Build();
        return errors.Count == 0 ? schema : throw new GraphQLException(errors);
    }
}
